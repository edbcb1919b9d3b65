import { useBrowser } from "../open-excel";
import { Camera, screenOf } from "../camera";
import type { Walk } from "../walks/walk";

/** Defines the tests of these walks: every state is looked at as `Camera` says. `inEnglish`: those that go in English too. */
export function testEachState(walks: readonly Walk[], inEnglish: readonly Walk[]): void {
  useBrowser();
  const screens = new Set<string>();

  const languages = [
    ["French", "fr-FR", "fr", walks],
    ["English", "en-US", "en", inEnglish],
  ] as const;
  describe.each(languages.filter(([, , , walked]) => walked.length > 0))(
    "in %s, in every width and colour, nothing overflows and axe finds nothing",
    (_, locale, language, walked) => {
      test.each(walked)("$called", async (walk) => {
        const camera = new Camera(language, screens);
        await walk.go(locale, (state, excel) => camera.take(state, excel));
        expect(camera.faults).toEqual([]);
        // In one language: the other has the same controls.
        if (language === "fr") expect(camera.order).toMatchSnapshot();
        expect(new Set(camera.taken.map(screenOf))).toEqual(new Set(walk.screens));
      });
    },
  );
}
