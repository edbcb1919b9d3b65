/** @jest-environment jsdom */
import { sheetOfValues, type Cell } from "../../../src/cells";
import { billCampaign } from "../../../src/billing";
import { previewOfBilling } from "../../../src/taskpane/operations/preview";
import type { Preview } from "../../../src/taskpane/state/preview";
import type { PaneEvent } from "../../../src/taskpane/state/reduce";
import { steps } from "../../../src/taskpane/state/state";
import { campaignOf } from "../../../src/tariff";
import { canteens, sheetsOfConvention } from "../../conventions/canteens";
import { draw, root, usePage } from "./draw";

usePage();

/** Two restaurants of members, one of nobody's, a count that is no number and a heading that nobody reads. */
const parc: Cell[][] = [
  ["Adhérent", "Restaurant", "Élèves", "Bornes", "dont installées dans l'année", "Glaçons"],
  ["Lassay", "Restaurant du Centre", 120, 3, 1, 4],
  ["Ambrières", "Restaurant des Prés", 80, "2 ou 3", 0, 2],
  ["Nulle-Part", "Restaurant du Bois", 10, 1, 0, 1],
];

function previewOf(rows: Cell[][]): Preview {
  const file = "parc.xlsx";
  const sheets = [{ name: "Parc", rows }, ...sheetsOfConvention(canteens)];
  const cells = sheets.map(({ name, rows: own }) => sheetOfValues(name, own, file));
  const billing = billCampaign({
    workbooks: [{ file, sheets: cells, date1904: false }],
    openingAnomalies: [],
    campaign: campaignOf(2026),
    options: {},
    journal: { when: "2026-11-25 14:03", rows: [], record: null },
    userSheetNames: sheets.map(({ name }) => name),
    generatedSheets: [],
  });
  if (!billing.ok) throw new Error(JSON.stringify(billing.error));
  return previewOfBilling(billing.value, []);
}

/** All that is shown or read aloud. */
function textsShown(): string {
  const labels = [...root().querySelectorAll("[aria-label], [title], [placeholder]")].flatMap((element) =>
    ["aria-label", "title", "placeholder"].map((name) => element.getAttribute(name) ?? ""),
  );
  return [document.title, root().textContent, ...labels].join("\n");
}

/** What is of 2014, with what stands around; the code for support of a point is no word. */
function saidOf2014(): string[] {
  const of2014 = /.{0,40}(?:CAGB|Besançon|Ordiclasse|école|school|commune|novembre|November|Ville).{0,40}/gi;
  return textsShown().replaceAll("unknown-commune", "").match(of2014) ?? [];
}

describe.each(["fr", "en"] as const)(
  "the pane speaks of a convention's own service, members and sites, in %s",
  (language) => {
    const preview = previewOf(parc);
    const read = (step: (typeof steps)[number]): PaneEvent => ({ type: "read", preview, step, generatedSheets: [] });

    it.each(steps)("the pane uses a convention's own nouns at the step %s", (step) => {
      draw([read(step)], language);
      expect(saidOf2014()).toEqual([]);
    });

    it("the pane uses a convention's own nouns in each point, opened", () => {
      expect(preview.points.length).toBeGreaterThan(2);
      for (const point of preview.points.keys()) {
        draw([read("controle"), { type: "point-opened", point }], language);
        expect(saidOf2014()).toEqual([]);
      }
    });
  },
);
