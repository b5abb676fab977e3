// Whether two values say the same, whatever the order of their fields. Pure.
function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  return value !== null && typeof value === "object" ? Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])])) : value;
}

export const same = (one, other) => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
