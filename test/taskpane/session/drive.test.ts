import type { Steps } from "../../../src/cells";
import { drive } from "../../../src/taskpane/session/drive";

/** Steps of so many milliseconds each, on a clock of the test's own. */
function slow(costs: readonly number[]) {
  let now = 0;
  let since = 0;
  const stretches: number[] = [];
  const pace = {
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
  return { pace, steps: steps(), stretches };
}

describe("a computation beside a screen", () => {
  it("gives its result", async () => {
    const { pace, steps } = slow([5, 5]);
    expect(await drive(steps, pace)).toBe("done");
  });

  it("lets the screen have its turn about once a frame, and not at every step", async () => {
    const { pace, steps, stretches } = slow(Array.from({ length: 100 }, () => 4));
    await drive(steps, pace);
    expect(stretches).toHaveLength(25);
    expect(Math.max(...stretches)).toBe(16);
  });

  it("stops between two stretches once it is cancelled, and gives nothing", async () => {
    const { pace, steps, stretches } = slow(Array.from({ length: 100 }, () => 20));
    expect(await drive(steps, pace, () => stretches.length === 3)).toBeNull();
    expect(stretches).toHaveLength(3);
  });
});
