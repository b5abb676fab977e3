// What one press has saved, as an address says it to the page that tells of it: `?saved=ID+ID`.

/** One press saves no more at once. */
export const MOST = 10;

/** A page that tells that these were saved. */
export const telling = (path, entries) => (entries.length === 0 ? path : `${path}?saved=${entries.slice(0, MOST).join("+")}`);

/** Of these entries what an address says was saved, in its order; `saved`: the value of its field. */
export const named = (entries, saved) => (saved ?? "").split(/[ \t\n\f\r]+/).flatMap((id) => entries.filter((one) => one.id === id)).slice(0, MOST);
