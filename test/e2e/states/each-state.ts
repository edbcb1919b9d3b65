import { useBrowser } from "../open-excel";
import { Camera, screenOf } from "../camera";
import type { Walk } from "../walks/walk";

/** Defines the tests of these walks, in both languages: every state is looked at as `Camera` says. */
export function testEachState(walks: readonly Walk[]): void {
  useBrowser();

  const languages = [
    ["French", "fr-FR", "fr"],
    ["English", "en-US", "en"],
  ] as const;
  describe.each(languages)(
    "in %s, in every width and colour, nothing overflows and axe finds nothing",
    (_, locale, language) => {
      test.each(walks)("$called", async (walk) => {
        const camera = new Camera(language);
        await walk.go(locale, (state, excel) => camera.take(state, excel));
        expect(camera.faults).toEqual([]);
        // In one language: the other has the same controls.
        if (language === "fr") expect(withoutPlacesOfDocuments(camera.order)).toMatchSnapshot();
        expect(new Set(camera.taken.map(screenOf))).toEqual(new Set(walk.screens));
      });
    },
  );
}

/** Where a document says an amount is its own affair: a column may be added to it. */
function withoutPlacesOfDocuments(order: Camera["order"]): Camera["order"] {
  const place = /^(Fiche\s[^!]+|Récapitulatif|Répartition|Titre CAGB)!([A-Z]+\d+)\b(.*)\b\2$/;
  return Object.fromEntries(
    Object.entries(order).map(([state, names]) => [state, names.map((name) => name.replace(place, "$1!…$3…"))]),
  );
}
