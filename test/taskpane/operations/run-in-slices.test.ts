import type { Steps } from "../../../src/cells";
import { runInSlices } from "../../../src/taskpane/operations/environment";

/** Steps of so many milliseconds each, on a clock of the test's own. */
function slow(costs: readonly number[]) {
  let now = 0;
  let since = 0;
  const stretches: number[] = [];
  const scheduler = {
    clock: () => now,
    pause: () => {
      stretches.push(now - since);
      since = now;
      return Promise.resolve();
    },
  };
  function* steps(): Steps<string> {
    for (const cost of costs) {
      now += cost;
      yield;
    }
    return "done";
  }
  return { scheduler, steps: steps(), stretches };
}

describe("a computation beside a screen", () => {
  it("gives its result", async () => {
    const { scheduler, steps } = slow([5, 5]);
    expect(await runInSlices(steps, scheduler)).toBe("done");
  });

  it("lets the screen have its turn about twice a frame, and not at every step", async () => {
    const { scheduler, steps, stretches } = slow(Array.from({ length: 100 }, () => 4));
    await runInSlices(steps, scheduler);
    expect(stretches).toHaveLength(50);
    expect(Math.max(...stretches)).toBe(8);
  });

  it("stops between two stretches once it is cancelled, and gives nothing", async () => {
    const { scheduler, steps, stretches } = slow(Array.from({ length: 100 }, () => 20));
    expect(await runInSlices(steps, scheduler, () => stretches.length === 3)).toBeNull();
    expect(stretches).toHaveLength(3);
  });
});
