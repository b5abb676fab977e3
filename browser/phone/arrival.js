// Someone who arrives at a page that may be opened with answers or without: by a link, or by a form that carries them.
import { carriedBy, frameOf } from "./carry.js";
import { stale } from "./page/trouble.js";

/** A handler of such a page: it is given the request with what travels (`carried`) and its `frame`. Answers that cannot be read are refused. */
export const arriving = (handle) => (asked) => {
  const request = asked.method === "POST" ? asked : { ...asked, fields: [], field: () => undefined };
  const carried = carriedBy(request.book, request.fields);
  if (carried === null) return stale(request);
  return handle({ ...request, carried, frame: frameOf(request.book, request.visitor, carried), now_s: BigInt(request.now_s) });
};
