import { labels, sheet } from "../../draw/parts";
import { priceOf } from "../../bill";
import { cell, line, table, type Cell } from "../../model";
import { equipment, type Equipment } from "../../truth";
import { mustAsk, read, type Habit, type Tag } from "../habit";

const titles = [
  "Code",
  "Prestation",
  "Unité",
  "Installation CAGB",
  "Installation commune",
  "Maintenance CAGB",
  "Maintenance commune",
  "Applicable du",
  "Applicable au",
  "Acte",
];

const units: Readonly<Record<Equipment, string>> = {
  PACK: "école",
  SERVEUR_STD: "école",
  POSTE_STD: "poste",
  SERVEUR_SPEC: "serveur",
  POSTE_SPEC: "poste",
  LOGICIEL_SPEC: "logiciel",
  IMPRIMANTE: "imprimante",
  PIECES: "pièce",
};

const number = (price: string | null): number | null => (price === null ? null : Number(price));

/** A sheet `Tarifs` of the workbook's own: the voted prices, and another one a pupil, under a code and a name of its own. */
const own = (name: string, must: Tag, code: string, label: string, unit: string): Habit =>
  must({
    name: `own-tariff-${name}`,
    class: "C19",
    aspect: "other-sheets",
    stage: 6,
    prepare(truth) {
      truth.pupilPrice = "3.10";
    },
    fits: () => true,
    draw(drawing) {
      const { campaign } = drawing.truth;
      const from = 41_944 + (campaign - 2014) * 365;
      const act = [cell(from, "dd/mm/yyyy"), cell(from + 364, "dd/mm/yyyy"), cell("Délibération n° 12")];
      const rows: Cell[][] = equipment.map((one) => {
        const [installed, served] = [number(priceOf(one, "installation")), number(priceOf(one, "maintenance"))];
        const prices = one === "PACK" ? [installed, null, served, null] : [null, installed, null, served];
        return [...line(one, labels[one], units[one], ...prices), ...act];
      });
      rows.unshift([...line(code, label, unit, null, null, 3.1, null), ...act]);
      const made = {
        ...table("headcounts", "school", [], []),
        above: [line(...titles), ...rows],
        is: "beside" as const,
      };
      drawing.sheets.push(sheet("Tarifs", made));
    },
  });

export const ownTariffHabits: readonly Habit[] = [
  own("of-the-usual-code", read, "PORTAIL", "Accès Portail éducatif/enfant", "enfant"),
  own("of-a-code-of-its-own", mustAsk, "ENT", "Accès ENT par élève", "élève"),
];
