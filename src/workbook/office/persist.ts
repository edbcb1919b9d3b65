import { codeOfFault } from "./faults";
import type { Watch } from "./types";

/** Milliseconds before each new attempt. */
const delays = [200, 800, 3200];

/** Repeats what may be done again, a little later each time, while Excel refuses it; then rejects with its last error. */
export async function persist<T>(operation: () => Promise<T>, { wait = sleep }: Watch): Promise<T> {
  for (const delay of delays)
    try {
      return await operation();
    } catch (error) {
      if (codeOfFault(error) === null) throw error;
      await wait(delay);
    }
  return operation();
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
