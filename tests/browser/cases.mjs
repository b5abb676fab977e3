/** People who are checked in more than one test. */

/** A parent who is well, with a baby who is well: at home, born three months ago. */
export const WELL = {
  who: 'both',
  context: { lactation: 'direct', days_since_birth: 43, baby: 'with_parent', baby_age_days: 90, region: 'UK' },
  findings: {},
};

/** A sore, firm patch in one breast since yesterday, and nothing worse. */
export const SORE = {
  ...WELL,
  findings: { side: 'one', pain: 'mild', lump: 'tender_patch', lump_days: 'lt2', trend: 'same' },
};

/** A parent without a baby to ask about. */
export const NO_BABY = {
  who: 'alone',
  context: { lactation: 'not_lactating', days_since_birth: 'over_365', baby: 'none', region: 'UK' },
  findings: { side: 'one', pain: 'mild' },
};

/** Milk after a loss, and a sore breast. */
export const AFTER_LOSS = {
  who: 'alone',
  context: { lactation: 'after_loss', days_since_birth: 0, baby: 'none', region: 'UK' },
  findings: { side: 'both', pain: 'moderate', mood: '1' },
};

/** The same person with something more, or something else. */
export function withFindings(person, findings) {
  return { ...person, findings: { ...person.findings, ...findings } };
}

/** The same person elsewhere or with another history. */
export function withContext(person, context) {
  return { ...person, context: { ...person.context, ...context } };
}
