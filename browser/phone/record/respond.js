// The pages of the record as one list, on the phone itself: drawn from what it has with it. Pure: what is asked, by whom, when, and the record
// come in as arguments; what is to be kept goes out with the answer, and is kept before she sees it.

import * as bin from "./bin.js";
import * as day from "./day.js";
import * as entry from "./entry.js";
import * as feed from "./feed.js";
import * as home from "./home.js";
import * as log from "./log.js";
import * as undo from "./undo.js";

const DAY_MS = 24 * 60 * 60 * 1000;
/** What is older than a phone has with it, or was never here, only the server knows. */
const hasDay = ({ id, record, zone }) => id > day.dayAt(record.from_ms + DAY_MS, zone);
const hasEntry = ({ id, record }) => record.entries.some((one) => one.id === id);
const where = (has, handle) => (request) => (has(request) ? handle(request) : null);

/** Method, address, page. `:id` stands for one piece of the address. */
const ROUTES = [
  ["GET", "/", home.handle],
  ["POST", "/feed", feed.handle],
  ["POST", "/pump-timer", feed.handle],
  ["POST", "/undo", undo.handle],
  ["GET", "/log", log.kinds],
  ["GET", "/log/:id", log.handle],
  ["POST", "/log/:id", log.handle],
  ["GET", "/entry/:id", where(hasEntry, entry.handle)],
  ["POST", "/entry/:id", where(hasEntry, entry.handle)],
  ["GET", "/day", day.handle],
  ["POST", "/day", day.handle],
  ["GET", "/day/:id", where(hasDay, day.handle)],
  ["GET", "/bin", bin.handle],
];

const pieces = (path) => path.split("/");
const fits = (route, path) => pieces(route).length === pieces(path).length && pieces(route).every((one, at) => one.startsWith(":") || one === pieces(path)[at]);

/** Whether an address is one of the record. */
export const isOfRecord = (path) => ROUTES.some(([, route]) => fits(route, path));

/** Pages of which the phone has only a part: the server is asked first, and the phone where there is no network. */
export const isServersFirst = (method, path) => path === "/bin" || (method === "POST" && path === "/day");

/**
 * The answer to a request: { status, body } or { status, location, revisions }; null where only the server can answer.
 * `query` and `fields`: pairs of name and value. `record`: of `keeper.js`. `fresh`: makes an id. `zone`: the name of the zone of this phone.
 */
export function respondOfRecord(book, { method, path, query, fields = [], visitor, now_ms, zone, record, fresh }) {
  const found = ROUTES.find(([verb, route]) => verb === method && fits(route, path));
  if (found === undefined) return null;
  const at = pieces(found[1]).findIndex((one) => one.startsWith(":"));
  const request = {
    book, method, path, query, fields, visitor: { ...visitor, region: book.regions.has(visitor.region) ? visitor.region : book.region },
    now_ms, now_s: Math.floor(now_ms / 1000), zone, record, fresh,
    field: (name) => fields.find(([key]) => key === name)?.[1],
    id: at < 0 ? null : pieces(path)[at],
  };
  const answer = found[2](request);
  return answer === null || "status" in answer ? answer : { status: 200, body: answer };
}
