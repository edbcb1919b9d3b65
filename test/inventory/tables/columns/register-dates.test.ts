import { _, billed, read, told } from "../read-sheets";
import { columns, day, headcounts, poste, register, serveur, wide } from "./table-of";

/** 15 September 2014, inside the campaign of 2014; 15 March 2012; 1 October 2014. */
const [inside, before, later] = [41897, 40983, 41913];

const machines = (reading: Parameters<typeof billed>[0]): string[] =>
  billed(reading).filter((text) => /POSTE|SERVEUR/.test(text));
const installedAtAmagney = ["Amagney/École primaire POSTE_STD 1", "Amagney/École primaire POSTE_STD+ 1"];

describe("dates of a register", () => {
  it.each([
    "Mis en place le",
    "Mise en service",
    "Date de pose",
    "Livré le",
    "Entrée",
    "Depuis le",
    "Arrivé le",
    "Date d'entrée",
    "Startup date",
  ])("« %s » is when a machine came", (heading) => {
    expect(machines(read([register([heading], [[day(inside)]]), headcounts]))).toEqual(installedAtAmagney);
  });

  it.each([
    "Sorti le",
    "Date de retrait",
    "Retour en stock le",
    "Date de réforme",
    "Mis au rebut le",
    "Désinstallé le",
    "Date de dépose",
    "Remplacé le",
    "Repris le",
    "Date de cession",
    "Fin de service",
    "Decommission date",
  ])("« %s » is when it left", (heading) => {
    const table = register(
      ["Mise en service", heading],
      [
        [day(before), day(later)],
        [day(before), _],
      ],
    );
    const reading = read([table, headcounts]);
    expect(machines(reading)).toEqual(["Busy/École primaire POSTE_STD 1"]);
    expect(told(reading, "error")).toEqual([]);
  });

  it.each([
    "Date de mise à jour",
    "Dernière modification",
    "Date de commande",
    "Fin de garantie le",
    "Date d'inventaire",
    "Dernière visite",
    "Last update",
  ])("« %s » says nothing of the service", (heading) => {
    const reading = read([register([heading, "Date d'installation"], [[day(inside), day(before)]]), headcounts]);
    expect(machines(reading)).toEqual(["Amagney/École primaire POSTE_STD 1"]);
    expect(columns(reading)).toContain(`${heading}: (other-date)`);
    expect(told(reading, "warning", "error")).toEqual([
      "warning headcount-without-equipment Effectifs!B3",
      "warning headcount-without-equipment Effectifs!B4",
    ]);
  });

  it.each(["Retour", "Retour le", "Remplacement prévu", "Date de reprise", "Sortie prévue le"])(
    "« %s » is asked, and settled by saying what it is",
    (heading) => {
      const table = register(["Mise en service", heading], [[day(before), day(later)]]);
      expect(told(read([table, headcounts]), "error")).toContain("error exit-date-unclear Parc!F1");
      const settle = (as: string) =>
        machines(read([table, headcounts], 2014, { mappings: [{ file: null, sheet: "Parc", cell: "F1", as }] }));
      expect(settle("sortie")).toEqual([]);
      expect(settle("ignorer")).toEqual(["Amagney/École primaire POSTE_STD 1"]);
    },
  );

  it("a purchase yields to the entry into service, and stands for it where there is none", () => {
    const both = read([register(["Date d'achat", "Mise en service"], [[day(inside), day(before)]]), headcounts]);
    expect(machines(both)).toEqual(["Amagney/École primaire POSTE_STD 1"]);
    const alone = read([register(["Date d'achat"], [[day(inside)]]), headcounts]);
    expect(machines(alone)).toEqual(installedAtAmagney);
    expect(told(alone, "warning")).toContain("warning purchase-as-entry Parc!E1");
  });

  it("dates under « Arrivée » are entries, and unknown dates that are the only ones are asked about", () => {
    expect(machines(read([register(["Arrivée"], [[day(inside)]]), headcounts]))).toEqual(installedAtAmagney);
    const reading = read([register(["Passé au lot 2"], [[day(inside)]]), headcounts]);
    expect(told(reading, "error")).toEqual(["error entry-date-unclear Parc!E1"]);
  });

  it("another date is told", () => {
    const reading = read([register(["Mise en service", "Passé au lot 2"], [[day(before), day(inside)]]), headcounts]);
    expect(told(reading, "warning")).toContain("warning unknown-date-column Parc!F1");
  });
});

describe("dates beside prestations", () => {
  it("dates under an installation are one unit a row, installed that day", () => {
    const reading = read([
      wide(
        [serveur, "Serveur installé le", poste],
        [
          [1, day(inside), 5],
          [1, day(before), 6],
          [1, _, 7],
        ],
      ),
      headcounts,
    ]);
    expect(machines(reading).filter((text) => text.includes("+"))).toEqual(["Amagney/École primaire SERVEUR_STD+ 1"]);
    expect(told(reading, "error")).toEqual([]);
  });

  it("are an error where several are in service, and leave out what came after the snapshot", () => {
    const reading = read([
      wide(
        [serveur, poste, "Poste client installé le"],
        [
          [1, 5, day(inside)],
          [1, 1, day(41974)],
        ],
      ),
      headcounts,
    ]);
    expect(told(reading, "error")).toEqual(["error one-date-for-several Parc!E2"]);
    expect(told(reading, "warning")).toContain("warning after-snapshot Parc!E3");
    expect(machines(reading)).toEqual([
      "Amagney/École primaire POSTE_STD 5",
      "Amagney/École primaire SERVEUR_STD 1",
      "Busy/École primaire SERVEUR_STD 1",
    ]);
  });

  it("dates without a prestation are asked about when they could change what is billed", () => {
    const table = (date: number) => wide([serveur, poste, "Date d'installation"], [[1, 5, day(date)]]);
    expect(told(read([table(inside), headcounts]), "error")).toEqual(["error unclear-header Parc!E1"]);
    expect(told(read([table(before), headcounts]), "error")).toEqual([]);
  });
});
