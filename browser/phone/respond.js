// The whole site as one list, on the phone itself: the same addresses and the same pages as the server's, with nothing sent anywhere.
// Pure: what is asked, by whom and when comes in as an argument.
import { arriving } from "./arrival.js";
import * as aboutShow from "./page/about_show.js";
import * as articleShow from "./page/article_show.js";
import * as checkAnswer from "./page/check_answer.js";
import * as checkShow from "./page/check_show.js";
import * as claimShow from "./page/claim_show.js";
import * as conditionShow from "./page/condition_show.js";
import * as disagreementsShow from "./page/disagreements_show.js";
import * as entryShow from "./page/entry_show.js";
import * as evidenceShow from "./page/evidence_show.js";
import * as feedTimer from "./page/feed_timer.js";
import * as helpShow from "./page/help_show.js";
import * as homeShow from "./page/home_show.js";
import * as milkShow from "./page/milk_show.js";
import * as moreShow from "./page/more_show.js";
import * as painkillersShow from "./page/painkillers_show.js";
import * as readShow from "./page/read_show.js";
import * as regionChoose from "./page/region_choose.js";
import * as reliefCard from "./page/relief_card.js";
import * as reliefShow from "./page/relief_show.js";
import * as safetyShow from "./page/safety_show.js";
import * as sessionShow from "./page/session_show.js";
import * as sourceShow from "./page/source_show.js";
import * as themeChoose from "./page/theme_choose.js";
import * as thingShow from "./page/thing_show.js";
import * as toneChoose from "./page/tone_choose.js";
import * as trouble from "./page/trouble.js";

/** A page that is opened by a link, or by a form that carries answers. */
const both = (path, handle) => [["GET", path, handle], ["POST", path, handle]];

/** Method, address, page. `:id` stands for one piece of the address. */
const ROUTES = [
  ["GET", "/", homeShow.handle],
  ["GET", "/about", aboutShow.handle],
  ["GET", "/check", checkShow.handle],
  ["POST", "/check", checkAnswer.handle],
  ...both("/relief", reliefShow.handle),
  ...both("/relief/:id", reliefCard.handle),
  ...both("/session/:id", sessionShow.handle),
  ...both("/feed-timer", feedTimer.handle),
  ...both("/milk", milkShow.handle),
  ...both("/read/:id", readShow.handle),
  ...both("/condition/:id", conditionShow.handle),
  ...both("/painkillers", painkillersShow.handle),
  ...both("/more", moreShow.handle),
  ["GET", "/help", helpShow.handle],
  ["POST", "/help", helpShow.handleInCheck],
  ["POST", "/region", regionChoose.handle],
  ["POST", "/theme", themeChoose.handle],
  ["POST", "/tone", toneChoose.handle],
];

/** Pages of the ledger and of safety, whose book comes by itself: without it (null) the phone does not answer them, and the network does. */
const LEDGER = [
  ...both("/evidence", evidenceShow.handle),
  ...both("/evidence/disagreements", disagreementsShow.handle),
  ...both("/evidence/:id", entryShow.handle),
  ...both("/source/:id", sourceShow.handle),
  ...both("/rests/:kind/:id", thingShow.handle),
  ...both("/article", articleShow.handle),
  ...both("/article/:id", claimShow.handle),
  ["GET", "/about/safety", safetyShow.handle],
].map(([method, path, handle]) => [method, path, arriving(handle)]);
const routesOf = (book) => (book?.ledger ? [...ROUTES, ...LEDGER] : ROUTES);

const pieces = (path) => path.split("/");
/** The server alone reads articles, at an address that the page of a claim would have. */
const SERVERS = "/article/check";
const fits = (route, path) => path !== SERVERS && pieces(route).length === pieces(path).length && pieces(route).every((one, at) => one.startsWith(":") || one === pieces(path)[at]);

/** Whether an address is one that the phone answers by itself, with the books that it has. */
export const answers = (path, book = null) => routesOf(book).some(([, route]) => fits(route, path));

/**
 * The answer to a request: { status, body } with markup, or { status, location }; with `choices` (theme, region, tone) where they change.
 * `book`: of book.js. `visitor`: { theme, region, tone }, null where nothing was chosen. `fields`: pairs of name and value, as a form sends them.
 */
export function respond(book, { method, path, fields = [], visitor, now_s }) {
  const request = {
    book, method, path, fields, visitor: { ...visitor, region: book.regions.has(visitor.region) ? visitor.region : book.region }, now_s,
    field: (name) => fields.find(([key]) => key === name)?.[1],
  };
  const found = routesOf(book).filter(([, route]) => fits(route, path));
  const own = found.find(([verb]) => verb === method);
  if (own === undefined) return found.length > 0 ? trouble.wrongMethod(request) : trouble.unknownPage(request);
  const at = pieces(own[1]).findIndex((one) => one.startsWith(":"));
  const answer = own[2]({ ...request, id: at < 0 ? null : pieces(path)[at] });
  return "status" in answer ? answer : { status: 200, body: answer };
}
