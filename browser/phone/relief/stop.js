// The stop rule: what the pain after says of a session.

/** "stop" where pain rose by the step of the rule or more, "fine" where it did not, "unknown" where one of the two was not given. */
export function scored({ care }, before, after) {
  if (before === null || after === null) return "unknown";
  const step = care.limits.find(({ id }) => id === "pain_up_points")?.value;
  // Without the limit any rise stops.
  return step === undefined ? (after <= before ? "fine" : "stop") : after - before < step ? "fine" : "stop";
}
