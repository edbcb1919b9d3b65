import type { Anomaly, Result } from "../src/messages";

/** What an operation gives; fails with the codes of what forbids it. */
export function made<T>(result: Result<T, readonly Pick<Anomaly<string>, "code">[]>): T {
  if (!result.ok) throw new Error(result.error.map(({ code }) => code).join(", "));
  return result.value;
}
