import { recogniseLabel } from "./read-label";
import { kinshipOf } from "../../../src/inventory/texts/kinship";

function codeOf(text: string): string {
  const { label } = recogniseLabel(text);
  return label.kind === "prestation" ? label.code : label.kind;
}

describe("headings as offices write them", () => {
  it.each([
    ["Poste(s) client(s)", "POSTE_STD"],
    ["P.C. standard", "POSTE_STD"],
    ["Poste client standard (u.)", "POSTE_STD"],
    ["Somme de Serveur std", "SERVEUR_STD"],
    ["Nb de logiciels spé", "LOGICIEL_SPEC"],
    ["Imp. J.E.", "IMPRIMANTE"],
    ["Poste client standard HP", "POSTE_STD"],
    ["Serveur std Dell PowerEdge T110", "SERVEUR_STD"],
    ["Imprimante HP LaserJet 1102", "untariffed"],
    ["Imprimante HP DeskJet 3050", "IMPRIMANTE"],
    ["Computer", "POSTE_STD"],
    ["Laptop", "POSTE_SPEC"],
    ["Printers", "IMPRIMANTE"],
    ["Rentrée 2014", "headcount"],
    ["Effectif sept. 2014", "headcount"],
    ["Effectif au 12 sept. 2014", "headcount"],
    ["Poste client standard au 1er nov. 2014", "POSTE_STD"],
    ["Portables au 01-nov-14", "POSTE_SPEC"],
  ])("« %s » is %s", (text, code) => {
    expect(codeOf(text)).toBe(code);
  });

  it.each([
    ["Quantité au 1er novembre", "maintenance"],
    ["Parc au 01/11/2014", "maintenance"],
    ["En place", "maintenance"],
    ["Entrées", "installation"],
    ["Neufs", "installation"],
    ["Installés au 01/11/2014", "installation"],
    ["INSTAL.", "installation"],
    ["Entretien", "maintenance"],
    ["M", "maintenance"],
    ["I", "installation"],
    ["Mise à jour", null],
  ])("the nature of « %s » is %s", (text, nature) => {
    expect(recogniseLabel(text).nature).toBe(nature);
  });

  it.each([
    ["Sorties", "out"],
    ["Postes réformés", "out"],
    ["H.S.", "out"],
    ["En stock", "out"],
    ["À commander", "out"],
    ["Reste à installer", "out"],
    ["Parc N-1", "out"],
    ["Quantité N - 1", "out"],
    ["Quantité N –1", "out"],
    ["Poste client standard N− 1", "out"],
    ["Parc N−1", "out"],
    ["Quantité N+1", "out"],
    ["Quantité N + 1", "out"],
    ["Hors parc", "out"],
    ["Stock au 01/11/2014", "asked"],
    ["En service", null],
    ["Pièces remplacées", null],
  ])("the standing of « %s » is %s", (text, standing) => {
    expect(recogniseLabel(text).standing).toBe(standing);
  });
});

describe("words shared with what is billed", () => {
  it.each([
    ["Poste client standrad", "equipment"],
    ["Imprimente", "equipment"],
    ["Serveurs bis", "equipment"],
    ["Tablettes 4G", "equipment"],
    ["PC bis", "equipment"],
    ["Écram", "equipment"],
    ["Ordinatuer", "equipment"],
    ["Logicile métier", "equipment"],
    ["Élèves boursiers", "pupils"],
    ["ENT collège", "pupils"],
    ["Enfans boursiers", "pupils"],
    ["Matériel instalé", "nature"],
    ["Parc annexe", "nature"],
    ["En service hors site", "nature"],
  ])("« %s »: %s", (text, kin) => {
    expect(kinshipOf(text)).toBe(kin);
  });

  it.each(["Divers", "Observations", "Code postal", "Secteur", "Entrepreneur", "Commune", ""])(
    "« %s » shares no word with what is billed",
    (text) => {
      expect(kinshipOf(text)).toBeNull();
    },
  );

  it.each([
    ["Serveuse", "« serveur », which is too short for two letters to be slips"],
    ["Distant", "« existant », for it is too short itself"],
    ["Prose", "« pose », which is too short for one"],
    ["Présence", "« présente », which other things are said with"],
  ])("« %s » is not taken for %s", (text) => {
    expect(kinshipOf(text)).toBeNull();
  });
});
