// The ring of a timer that has no target: one turn is twelve minutes, then it begins again.

/** Seconds of one turn. */
export const TURN_S = 12 * 60;

/** How far the ring has turned, in seconds of its turn. */
export const turned_s = (seconds) => seconds % TURN_S;

/** Minutes and seconds: `8:42`. */
export const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
