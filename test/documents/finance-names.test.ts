import { statusWords } from "../../src/documents/document-status";
import {
  isFicheFileName,
  isMarkedFileName,
  isSentFileName,
  isSentTitle,
  label,
  sentFile,
  stateFileName,
  titreObject,
  titreShortObject,
} from "../../src/documents/finance-names";
import { ficheKey } from "../../src/documents/registry";
import { defaultOptions } from "../../src/options";
import { campaignOf } from "../../src/tariff";
import { makeStatement } from "../at-once";
import * as given from "../statement/fixtures";

describe("labels go through every finance package", () => {
  const stateOf = (year: number, stateNumber?: string) =>
    makeStatement(given.golden, given.grid, campaignOf(year), {
      ...defaultOptions,
      particulars: stateNumber === undefined ? {} : { stateNumber },
    });

  test("labels are in ASCII capitals within 160 and within 50 characters, with the état's number", () => {
    for (let year = 2010; year < 2100; year += 1) {
      expect(titreObject(stateOf(year))).toMatch(/^[ -`{-~]{20,160}$/);
      expect(titreShortObject(stateOf(year))).toMatch(/^[ -`{-~]{20,50}$/);
      for (const made of [titreObject, titreShortObject]) expect(made(stateOf(year))).toContain(`ETAT ${year}-01`);
    }
    expect(titreObject(stateOf(2014))).toBe(
      "ORDICLASSE 2014 - MAINTENANCE ET INSTALLATIONS AU 01/11/2014 - ETAT 2014-01",
    );
    expect(titreShortObject(stateOf(2014))).toBe("ORDICLASSE 2014 - ETAT 2014-01 - ECOLES");
  });

  test("the user's number of the état is whole in both, however short the label", () => {
    const number = "FIN-2014-ORDI-00017/B";
    expect(titreShortObject(stateOf(2014, number))).toBe("ORDICLASSE 2014 - ETAT FIN-2014-ORDI-00017/B - ECO");
    expect(titreObject(stateOf(2014, number))).toContain(`ETAT ${number}`);
  });

  test("the name of the PDF has no accent, no space and a short extension", () => {
    expect(stateFileName(campaignOf(2014))).toMatch(/^[\w-]{1,96}\.\w{3}$/);
  });

  test("files are known by their names and titles, whatever their status", () => {
    const statement = stateOf(2014);
    const { campaign, byCommune } = statement;
    const { commune } = byCommune[0]!;
    for (const status of [null, ...statusWords]) {
      const fiche = sentFile({ key: ficheKey(commune) }, statement, status)!;
      const state = sentFile({ key: "titre" }, statement, status)!;
      for (const { fileName, title } of [fiche, state]) {
        expect(fileName).toMatch(/^[\w-]{1,96}\.pdf$/);
        expect([fileName, isSentFileName(fileName)]).toEqual([fileName, true]);
        expect([fileName, isMarkedFileName(fileName, campaign)]).toEqual([fileName, status !== null]);
        expect(isMarkedFileName(fileName, campaignOf(2015))).toBe(false);
        expect([title, isSentTitle(title, campaign)]).toEqual([title, true]);
        expect(/^(PROVISOIRE|À NE PAS ÉMETTRE) · /.exec(title)?.[1] ?? null).toBe(status);
        expect(isSentTitle(title, campaignOf(2015))).toBe(false);
      }
      expect([status, isFicheFileName(fiche.fileName, campaign)]).toEqual([status, status === null]);
      expect(isFicheFileName(state.fileName, campaign)).toBe(false);
    }
    expect(isSentTitle("PROVISOIRE · Compte rendu, campagne 2014", campaign)).toBe(false);
  });

  test.each([
    ["Accès Portail éducatif/enfant", "ACCES PORTAIL EDUCATIF/ENFANT"],
    ["Nœud d’école – œuvre", "NOEUD D'ECOLE - OEUVRE"],
    ["12 postes à 36,86 €", "12 POSTES A 36,86"],
  ])("%s becomes %s", (text, expected) => expect(label(text, 160)).toBe(expected));

  test("a label that is too long is cut", () => expect(label("é".repeat(200), 160)).toBe("E".repeat(160)));
});
