import { screens } from "../../src/taskpane/view/screens";
import { Camera } from "./camera";
import { useBrowser } from "./open-excel";
import { analysing } from "./walks/analysing";
import { checking, soundInventory } from "./walks/checking";
import { choosing } from "./walks/choosing";
import { headcountsElsewhere, refusals } from "./walks/elsewhere";
import { explaining } from "./walks/explaining";
import { firstSteps } from "./walks/first-steps";
import { generating } from "./walks/generating";
import { rectifying } from "./walks/rectifying";
import { updating } from "./walks/updating";

jest.setTimeout(180_000);
useBrowser();

const walks = [
  firstSteps,
  checking,
  soundInventory,
  choosing,
  generating,
  updating,
  analysing,
  rectifying,
  explaining,
  headcountsElsewhere,
  refusals,
];

describe.each([
  ["French", "fr-FR", "fr"],
  ["English", "en-US", "en"],
] as const)(
  "in %s, at 270, 320 and 450 pixels, light, dark and in forced colours, nothing overflows and axe finds nothing",
  (_, locale, language) => {
    test.each(walks)("$called", async (walk) => {
      const camera = new Camera(language);
      await walk.go(locale, (state, excel) => camera.take(state, excel));
      expect(camera.faults).toEqual([]);
      // In one language: the other has the same controls.
      if (language === "fr") expect(camera.order).toMatchSnapshot();
      expect(new Set(camera.taken.map((state) => state.split("-")[0]))).toEqual(new Set(walk.screens));
    });
  },
);

test("no screen of the pane is left out", () => {
  const passed = walks.flatMap((walk) => walk.screens);
  expect([...new Set(passed)].sort()).toEqual([...Object.keys(screens), "unusable"].sort());
});
