// The pain scale: its bands, and the numbers of each.

/** The id of a band's words, and its numbers. */
export const BANDS = [["pain-none", [0]], ["pain-mild", [1, 2, 3]], ["pain-moderate", [4, 5, 6]], ["pain-severe", [7, 8, 9, 10]]];
