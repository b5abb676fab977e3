// What was logged and needs somebody: as the banner of a check would say it, and the way into that check.

/** Every patient of the household that is in need of somebody by what this reader may see, the worst first. */
export const alarms = () => [];
