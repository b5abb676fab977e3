// Where a form may come back to.

/** Whether this is a path of ours: no host, no query, nothing odd. */
export const ownPath = (path) => /^\/(?!\/)[A-Za-z0-9/_-]{0,79}$/.test(path ?? "");
