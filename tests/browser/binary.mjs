/** The program under test, and what it says when it is asked in a terminal. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** By hand it is where cargo builds by default; `cargo xtask ci` says where it built. */
export const BINARY =
  process.env.MILKWAY_BIN ?? process.env.MILKWAY ?? fileURLToPath(new URL('../../target/release/milkway', import.meta.url));

/** The longest answer that is read, in bytes. */
const ANSWER_BYTES_MAX = 64 << 20;

/** Runs the program to its end and returns what it printed. */
export function milkway(args, input = '') {
  return execFileSync(BINARY, args, { input, encoding: 'utf8', maxBuffer: ANSWER_BYTES_MAX });
}

/** The result of each case, in order, from `milkway check --batch`. */
export function assess(cases) {
  const lines = milkway(['check', '--batch'], cases.map((one) => `${JSON.stringify(one)}\n`).join(''));
  return lines.trimEnd().split('\n').map((line) => JSON.parse(line));
}
