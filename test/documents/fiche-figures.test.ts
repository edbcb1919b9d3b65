import type { Options } from "../../src/options";
import type { Commune } from "../../src/tariff";
import * as given from "../statement/fixtures";
import { sheet, sheetsOf, textsOf } from "./fixtures";

/** What the fiche of a commune says, its spaces plain. */
function ficheOf({ insee, siren }: Commune, reading: ReturnType<typeof given.reading>, options?: Partial<Options>) {
  const texts = textsOf(sheet(sheetsOf(reading, options), `fiche-${insee}-${siren}`));
  return texts.map((text) => text.replace(/\s/g, " "));
}

describe("the figures of a fiche", () => {
  test("the City's own, where the titre leaves its part out, counts what is in service, and reimburses nothing", () => {
    const host = given.school(given.besancon, "École primaire");
    const counted = given.quantities(host, { "PORTAIL m": 100, "POSTE_STD m": 10, "POSTE_STD i": 3 });
    const texts = ficheOf(given.besancon, given.reading([host], counted), { besancon: "cagb-share-only" });
    // The CAGB's: 100 × 5,27.
    for (const said of [
      "Rien à rembourser : la Ville garde sa part à sa charge",
      "10 postes",
      "en service ; 3 posés dans l’année",
      "527,00 €",
      "payé par la CAGB ; ce que la Ville garde à sa charge n’est pas au titre",
    ])
      expect(texts).toContain(said);
    expect(texts.join()).toContain("qui émet le titre, n’y compte pas sa propre part : elle la garde à sa charge.");
    expect(texts.join()).not.toMatch(/rembourse aussi|prend tout en charge|\b0 poste/);
  });

  test("the City's own, where the CAGB bears all, has nothing to reimburse", () => {
    const host = given.school(given.besancon, "École primaire");
    const reading = given.reading([host], given.quantities(host, { "PORTAIL m": 100 }));
    const texts = ficheOf(given.besancon, reading).join();
    expect(texts).toContain("La Ville, qui émet le titre, n’a rien à rembourser à la CAGB, qui prend tout en charge.");
    expect(texts).not.toContain("rembourse aussi");
  });

  test("the figures of a fiche separate what was installed in the year from what is in service", () => {
    const host = given.school(given.chalezeule, "École primaire");
    const reading = given.reading([host], given.quantities(host, { "POSTE_STD m": 8, "POSTE_STD i": 11 }));
    const texts = ficheOf(given.chalezeule, reading);
    expect(texts).toContain("en service ; 11 posés dans l’année");
  });
});
