import type { Cell } from "../../src/cells";
import type { MessageCode } from "../../src/messages";
import { sheet, withFacts, withRed, type SheetSpec } from "./workbook-of";

/** A workbook that raises an error, and what its advice says; `as`: the answer that a person gives. */
interface Case {
  readonly code: MessageCode;
  readonly sheets: readonly SheetSpec[];
  /** One of the values offered, or where it leaves them open, a role, a prestation or a commune. */
  readonly as: string | null;
  /** Choices until nothing is left of it: one, unless each cell has its own. */
  readonly choices?: number;
  readonly year?: number;
}

/** Headcounts of the schools of the workbooks below. */
const pupils = sheet("Effectifs", [
  ["Commune", "École", "Effectif"],
  ["Beure", "École du Bourg", 20],
  ["Beure", "École du Haut", 30],
  ["Pirey", "École du Pont", 40],
]);
const [bourg, haut, pont] = [
  ["Beure", "École du Bourg"],
  ["Beure", "École du Haut"],
  ["Pirey", "École du Pont"],
] as const;

/** One row a school, a column of this heading beside the usual ones. */
const beside = (header: string, ...cells: [Cell, Cell, Cell]): SheetSpec =>
  sheet("Parc", [
    ["Commune", "École", "Serveur standard", "Postes clients standard", header],
    [...bourg, 1, 12, cells[0]],
    [...haut, 1, 8, cells[1]],
    [...pont, 1, 9, cells[2]],
  ]);

/** A note below the schools. */
const noted = (note: string): SheetSpec =>
  sheet("Parc", [
    ["Commune", "École", "Serveur standard", "Postes clients standard"],
    [...bourg, 1, 12],
    [...haut, 1, 8],
    [...pont, 1, 9],
    [],
    [note],
  ]);

/** Machines whose state is written twice, and not alike. */
const twoStates = sheet("Registre", [
  ["Commune", "École", "N° inventaire", "Matériel", "Date d'entrée", "État", "Situation"],
  [...bourg, "A1", "Poste client standard", 41000, "En service", "Réformé"],
  [...haut, "A2", "Poste client standard", 41001, "En service", "En service"],
]);

const long = (...rows: Cell[][]): SheetSpec =>
  sheet("Lignes", [["Commune", "École", "Prestation", "Nature", "Quantité"], ...rows]);

/** Machines, with a column of this heading. */
const register = (header: string, ...cells: Cell[]): SheetSpec =>
  sheet("Registre", [
    ["Commune", "École", "N° inventaire", "Matériel", "Date d'entrée", header],
    ...cells.map((cell, at) => [...bourg, `A${at + 1}`, "Poste client standard", 41000 + at, cell]),
  ]);

/** Machines whose only dates are under a heading that says nothing of them. */
const onlyDates = sheet("Registre", [
  ["Commune", "École", "N° inventaire", "Matériel", "Passé au lot 2"],
  [...bourg, "A1", "Poste client standard", "15/09/2014"],
  [...haut, "A2", "Poste client standard", "15/03/2012"],
]);

/** One kind of equipment, and the year of each. */
const yearsBeside = sheet("Lignes", [
  ["Commune", "École", "Prestation", "Quantité", "Postes"],
  [...bourg, "Postes clients standard", 1, 2012],
  [...haut, "Postes clients standard", 1, 2014],
  [...pont, "Postes clients standard", 1, 2013],
]);

/** The same thing for two years, none of which is the campaign's. */
const severalYears = sheet("Parc", [
  ["Commune", "École", "Serveur standard", "Postes clients standard 2011", "Postes clients standard 2012"],
  [...bourg, 1, 10, 12],
  [...haut, 1, 7, 8],
  [...pont, 1, 8, 9],
]);

/** Kinds of servers where their number is expected. */
const labels = sheet("Parc", [
  ["Commune", "École", "Serveurs"],
  [...bourg, "Serveur standard"],
  [...haut, "Serveur spécifique"],
]);

const parc = (name: string, ...postes: [number, number, number]): SheetSpec =>
  sheet(name, [
    ["Commune", "École", "Postes clients standard"],
    [...bourg, postes[0]],
    [...haut, postes[1]],
    [...pont, postes[2]],
  ]);

/** One at least of each code that the options can settle. */
export const cases: readonly Case[] = [
  { code: "ambiguous-header", sheets: [beside("Logiciels", 2, 1, 3), pupils], as: "LOGICIEL_SPEC maintenance" },
  { code: "ambiguous-source", sheets: [parc("Parc", 12, 8, 9), parc("Copie", 11, 8, 9), pupils], as: "first" },
  { code: "ambiguous-source", sheets: [parc("Parc", 12, 8, 9), parc("Copie", 11, 8, 9), pupils], as: "added" },
  {
    code: "commune-no-longer",
    sheets: [
      sheet("Parc", [
        ["Commune", "École", "Effectif", "Postes clients standard"],
        [...bourg, 20, 12],
        ["Auxon-Dessous", "École", 20, 12],
      ]),
    ],
    as: "Les Auxons",
    year: 2015,
  },
  {
    code: "duplicate-header",
    sheets: [beside("Postes clients standard", 1, 2, 3), pupils],
    as: "ignored",
    choices: 2,
  },
  {
    code: "duplicate-school",
    sheets: [
      sheet("Parc", [
        ["Commune", "École", "Postes clients standard"],
        [...bourg, 12],
        [...bourg, 3],
        [...haut, 8],
        [...pont, 9],
      ]),
      pupils,
    ],
    as: "added",
  },
  {
    code: "duplicate-school",
    sheets: [
      beside("Observations", null, null, null),
      sheet("Institut", [
        ["Commune", "École", "Postes clients standard"],
        [...bourg, 12],
        ["Beure", "Institut du Haut", 30],
        ["Pirey", "Institut du Pont", 28],
      ]),
      pupils,
    ],
    as: "ignored",
  },
  { code: "correcting-text", sheets: [beside("Remarques", "RAS", "8 et non 9", "RAS"), pupils], as: "in-service" },
  { code: "unclear-answers", sheets: [beside("Zorglub", "oui", "non", "oui"), pupils], as: "ignored" },
  { code: "implausible-quantity", sheets: [beside("Imprimantes jet d'encre", 1, 3000, 2), pupils], as: null },
  {
    code: "item-repeated",
    sheets: [
      sheet("Lignes", [
        ["Commune", "École", "Prestation", "Quantité"],
        [...bourg, "Postes clients standard", 12],
        [...bourg, "Postes clients standard", 3],
        [...haut, "Postes clients standard", 8],
        [...pont, "Postes clients standard", 9],
      ]),
      pupils,
    ],
    as: "added",
  },
  ...(["added", "first"] as const).map((as) => ({
    code: "duplicate-school" as const,
    sheets: [
      sheet("Parc", [
        ["Commune", "Beure", "Beure", "Pirey"],
        ["École", "Bourg", "Bourg", "Pont"],
        ["Postes clients standard", 12, 3, 9],
        ["Serveur standard", 1, 1, 1],
        ["Effectif", 20, 5, 40],
      ]),
    ],
    as,
  })),
  {
    code: "missing-commune",
    sheets: [
      sheet("Parc", [
        ["Commune", "École", "Effectif", "Postes clients standard"],
        [...bourg, 20, 12],
        [...haut, 30, 8],
        [null, "École du Pont", 40, 9],
      ]),
    ],
    as: "Pirey",
  },
  {
    code: "unknown-commune",
    sheets: [
      sheet("Parc", [
        ["Commune", "École", "Effectif", "Postes clients standard"],
        [...bourg, 20, 12],
        ["Beurre-les-Bains", "École du Pont", 40, 9],
      ]),
    ],
    as: "Pirey",
  },
  {
    code: "unknown-commune",
    sheets: [
      sheet("Parc", [
        ["Commune", "École", "Effectif", "Postes clients standard"],
        ["Beurre-les-Bains", "École du Bourg", 20, 12],
        ["Pirey", "École du Pont", 40, 9],
        ["beurre les bains", "École du Haut", 30, 8],
      ]),
    ],
    as: "Beure",
  },
  {
    code: "unknown-label",
    sheets: [
      sheet("Export", [
        ["Nom", "Entité", "Statut", "Type", "Date de mise en service"],
        ["PC1", "Beure > École du Bourg", "En service", "Poste fixe", 41000],
        ["PC2", "Beure > École du Haut", "En service", "Poste fixe", 41001],
        ["PC3", "Pirey > École du Pont", "En service", "poste fixe", 41002],
      ]),
      pupils,
    ],
    as: "POSTE_STD",
  },
  {
    code: "sheet-without-commune",
    sheets: [
      sheet("Feuil1", [
        ["École", "Effectif", "Postes clients standard"],
        ["École du Bourg", 20, 12],
        ["École du Haut", 30, 8],
      ]),
    ],
    as: "Beure",
  },
  {
    code: "unknown-label",
    sheets: [
      long(
        [...bourg, "Trucmuche", "Maintenance", 2],
        [...haut, "Postes clients standard", "Maintenance", 8],
        [...pont, "Postes clients standard", "Maintenance", 9],
      ),
      pupils,
    ],
    as: "nothing",
  },
  {
    code: "ambiguous-label",
    sheets: [
      long(
        [...bourg, "Postes", "Maintenance", 2],
        [...haut, "Postes clients standard", "Maintenance", 8],
        [...pont, "Postes clients standard", "Maintenance", 9],
      ),
      pupils,
    ],
    as: "POSTE_STD",
  },
  {
    code: "unknown-label",
    sheets: [
      long(
        [...bourg, "Trucmuche", "Maintenance", 2],
        [...haut, "trucmuche", "Installation", 8],
        [...pont, "Postes clients standard", "Maintenance", 9],
      ),
      pupils,
    ],
    as: "POSTE_SPEC",
  },
  {
    code: "unknown-nature",
    sheets: [
      long(
        [...bourg, "Postes clients standard", "Maintenance", 12],
        [...haut, "Postes clients standard", "Bidule", 8],
        [...pont, "Postes clients standard", "Maintenance", 9],
      ),
      pupils,
    ],
    as: "installation",
  },
  { code: "unknown-state", sheets: [register("État", "En service", "Bidule", "En service"), pupils], as: "stock" },
  {
    code: "leaving-remark",
    sheets: [register("Observations", null, "rendue le 12/03/2013", null), pupils],
    as: "in-service",
  },
  { code: "leaving-remark", sheets: [register("Observations", null, "rendue le 12/03/2013", null), pupils], as: "out" },
  { code: "correcting-text", sheets: [register("Utilisateur", "Direction", "Mairie", "Direction"), pupils], as: "out" },
  { code: "years-column", sheets: [beside("Postes", 2012, 2014, 2013), pupils], as: "ignored" },
  { code: "years-column", sheets: [yearsBeside, pupils], as: "year-installed" },
  {
    code: "movements-column",
    sheets: [
      parc("Parc", 12, 8, 9),
      sheet("Lignes", [
        ["Commune", "École", "Prestation", "Mouvement", "Quantité"],
        [...bourg, "Imprimantes jet d'encre", "Entrée", 2],
        [...haut, "Imprimantes jet d'encre", "Sortie", 1],
      ]),
      pupils,
    ],
    as: "ignored",
  },
  { code: "exit-date-unclear", sheets: [register("Date de retour", null, 41100, null), pupils], as: "ignored" },
  { code: "entry-date-unclear", sheets: [onlyDates, pupils], as: "ignored" },
  { code: "entry-date-unclear", sheets: [onlyDates, pupils], as: "entry" },
  {
    code: "exit-date-unclear",
    sheets: [register("Date de retour", null, 41100, null), pupils],
    as: "exit",
  },
  {
    code: "only-other-year",
    sheets: [
      sheet("Parc", [
        ["Commune", "École", "Postes clients standard 2012"],
        [...bourg, 12],
        [...haut, 8],
        [...pont, 9],
      ]),
      pupils,
    ],
    as: "POSTE_STD maintenance",
  },
  { code: "ambiguous-years", sheets: [severalYears, pupils], as: "POSTE_STD maintenance" },
  { code: "column-of-labels", sheets: [labels, pupils], as: "label" },
  {
    code: "column-of-labels",
    sheets: [beside("Serveurs spécifiques", "Serveur spécifique", "Serveur standard", null), pupils],
    as: "ignored",
  },
  {
    code: "installed-since",
    sheets: [beside("dont neufs depuis 2012", 2, 1, 3), pupils],
    as: "POSTE_STD installation",
  },
  { code: "installed-since", sheets: [beside("dont neufs depuis 2012", 2, 1, 3), pupils], as: "ignored" },
  {
    code: "installations-since",
    sheets: [parc("Parc", 12, 8, 9), parc("Installés depuis 2012", 2, 3, 4), pupils],
    as: "installations",
  },
  ...(["installation", "nothing"] as const).map((as) => ({
    code: "rows-since" as const,
    sheets: [
      sheet("Lignes", [
        ["Commune", "École", "Prestation", "Quantité"],
        [...bourg, "Postes clients standard", 12],
        [...haut, "Postes clients standard", 8],
        [...pont, "Postes clients standard", 9],
        ["Installés depuis 2012"],
        [...bourg, "Postes clients standard", 3],
      ]),
      pupils,
    ],
    as,
  })),
  ...(["POSTE_STD installation", "POSTE_STD", "nothing"] as const).map((as) => ({
    code: "label-since" as const,
    sheets: [
      sheet("Lignes", [
        ["Commune", "École", "Prestation", "Quantité"],
        [...bourg, "Postes clients standard", 12],
        [...bourg, "Postes clients standard depuis 2012", 3],
        [...haut, "Postes clients standard", 8],
        [...pont, "Postes clients standard", 9],
      ]),
      pupils,
    ],
    as,
  })),
  {
    code: "unclear-header",
    sheets: [beside("Date d'installation", "15/03/2012", null, "15/03/2014"), pupils],
    as: "SERVEUR_STD date-installed",
  },
  {
    code: "unclear-header",
    sheets: [beside("Date d’installation", "12/03/2014", "12/03/2012", "12/03/2012"), pupils],
    as: "entry",
  },
  {
    code: "duplicate-header",
    sheets: [
      sheet("Lignes", [
        ["Commune", "École", "Prestation", "Quantité", "Nombre"],
        [...bourg, "Postes clients standard", 12, 11],
        [...haut, "Postes clients standard", 8, 8],
      ]),
      pupils,
    ],
    as: "quantity",
  },
  { code: "unclear-header", sheets: [beside("Postes à vérifier", 2, 1, 3), pupils], as: "ignored" },
  { code: "not-in-service-asked", sheets: [parc("Stock", 12, 8, 9), pupils], as: "inventory" },
  { code: "only-installations", sheets: [parc("Installations 2014", 12, 8, 9), pupils], as: "inventory" },
  { code: "only-installations", sheets: [parc("Installations 2014", 12, 8, 9), pupils], as: "installations" },
  {
    code: "school-only-installed",
    sheets: [
      sheet("Parc", [
        ["Commune", "École", "Postes clients standard"],
        [...bourg, 12],
        [...haut, 8],
      ]),
      parc("Installations 2014", 2, 3, 4),
      pupils,
    ],
    as: "installations",
  },
  {
    code: "title-other-year",
    sheets: [
      sheet("Parc 2012", [
        ["Parc au 1er novembre 2012"],
        [],
        ["Commune", "École", "Postes clients standard"],
        [...bourg, 12],
        [...haut, 8],
        [...pont, 9],
      ]),
      pupils,
    ],
    as: "inventory",
  },
  {
    code: "unread-table",
    sheets: [
      parc("Parc", 12, 8, 9),
      pupils,
      sheet("Divers", [
        ["Beure", 12, 4],
        ["Pirey", 3, 5],
      ]),
    ],
    as: "ignored",
  },
  {
    code: "unread-equipment",
    sheets: [parc("Parc", 12, 8, 9), pupils, sheet("Divers", [["Type"], ["Serveur"], ["Serveur"]])],
    as: "ignored",
  },
  {
    code: "no-school-column",
    sheets: [
      parc("Parc", 12, 8, 9),
      pupils,
      sheet("Par commune", [
        ["Commune", "Serveur standard"],
        ["Beure", 4],
        ["Pirey", 7],
      ]),
    ],
    as: "ignored",
  },
  {
    code: "unknown-pupil-state",
    sheets: [
      parc("Parc", 12, 8, 9),
      sheet("Élèves", [
        ["Nom", "Prénom", "Commune", "École", "Statut"],
        ...[...Array<Cell>(5).fill("Inscrit"), "Bidule"].flatMap((state, at) =>
          [bourg, haut, pont].map((school): Cell[] => [`Nom${at}`, "Zoé", ...school, state]),
        ),
      ]),
    ],
    as: "out",
  },
  {
    code: "two-communes",
    sheets: [
      sheet("Parc", [
        ["École", "Effectif", "Postes clients standard"],
        ["Pirey – Beure", 40, 12],
        ["Pirey – École du Pont", 40, 9],
        ["Beure – École du Bourg", 20, 8],
      ]),
    ],
    as: "Beure",
  },
  {
    code: "location-disagrees",
    sheets: [
      sheet("Export", [
        ["Entité", "Lieu", "Matériel", "N° inventaire"],
        ["Beure", "Pirey > École du Pont", "Poste client standard", "A1"],
        ["Beure", "Pirey > École du Pont", "Poste client standard", "A2"],
        ["Beure", "Beure > École du Bourg", "Poste client standard", "A3"],
      ]),
      pupils,
    ],
    as: "Pirey",
  },
  {
    code: "insee-disagrees",
    sheets: [
      sheet("Parc", [
        ["Commune", "INSEE", "École", "Postes clients standard"],
        ["Beure", "25999", "École du Bourg", 12],
        ["Beure", "25999", "École du Haut", 12],
        ["Pirey", "25454", "École du Pont", 9],
      ]),
      pupils,
    ],
    as: "Beure",
  },
  {
    code: "closed-form",
    sheets: [
      sheet("Fiche", [
        ["Commune de Beure"],
        ["École du Hameau (fermée en juillet)"],
        ["Postes clients standard", 12],
        ["Élèves", 20],
      ]),
      beside("Note", "a", "b", "c"),
      pupils,
    ],
    as: "ignored",
  },
  ...(["ignored", "quantity"] as const).flatMap((as) =>
    [["closed-column", "École du Haut (fermée)", 30] as const, ["sum-column", "B.", 50] as const].map(
      ([code, name, count]) => ({
        code,
        sheets: [
          sheet("Parc", [
            ["Commune", "Beure", "Beure", "Beure"],
            ["École", "École du Bourg", "École du Mont", name],
            ["Élèves", 20, 30, count],
            ["Postes clients standard", 12, 8, code === "sum-column" ? 20 : 7],
          ]),
        ],
        as,
      }),
    ),
  ),
  ...(["in-service", "out"] as const).flatMap((as): Case[] => [
    { code: "undue-remark", sheets: [beside("Remarques", "RAS", "doublon", "RAS"), pupils], as },
    { code: "undue-note", sheets: [noted("Beure, École du Haut : école fermée"), pupils], as },
    { code: "undue-colour", sheets: [withRed(noted("En rouge : à ne plus facturer"), "A3", "B3"), pupils], as },
  ]),
  {
    code: "undue-note",
    sheets: [
      sheet("Ailleurs", [
        ["Commune", "École", "Postes clients standard"],
        ["Busy", "École du Val", 7],
        ["Busy", "École du Mont", 5],
        [],
        ["Écoles fermées en juillet"],
      ]),
      beside("Observations", null, null, null),
      pupils,
    ],
    as: "ignored",
  },
  {
    code: "month-before-day",
    sheets: [
      sheet("Registre", [
        ["Commune", "École", "N° inventaire", "Matériel", "Date d'entrée"],
        [...bourg, "A1", "Poste client standard", "03/15/2014"],
        [...bourg, "A2", "Poste client standard", "11/02/2014"],
        [...haut, "A3", "Poste client standard", "10/28/2012"],
      ]),
      pupils,
    ],
    as: null,
  },
  {
    code: "in-service-after-exit",
    sheets: [
      sheet("Registre", [
        ["Commune", "École", "Matériel", "Date d'entrée", "État", "Date de sortie"],
        [...bourg, "Poste client standard", 40000, "En service", 41700],
        [...haut, "Poste client standard", 40000, "En service", null],
      ]),
      pupils,
    ],
    as: null,
  },
  { code: "states-disagree", sheets: [twoStates, pupils], as: "ignored" },
  {
    code: "not-a-school",
    sheets: [
      sheet("Parc", [
        ["Commune", "École", "Élèves", "Postes clients standard"],
        [...bourg, 20, 12],
        ["Beure", "Stock", null, 4],
      ]),
    ],
    as: null,
  },
  {
    code: "no-school-over-column",
    sheets: [
      sheet("Parc", [
        ["Commune", "Beure", "Beure"],
        ["École", "École du Bourg", "Réserve"],
        ["Élèves", 20, null],
        ["Postes clients standard", 12, 4],
        ["Serveur standard", 1, 1],
      ]),
    ],
    as: "ignored",
  },
  {
    code: "only-row-of-year",
    sheets: [
      sheet("Lignes", [
        ["Commune", "École", "Prestation", "Quantité"],
        [...bourg, "Postes clients standard 2013", 5],
        [...haut, "Postes clients standard 2014", 9],
      ]),
      pupils,
    ],
    as: null,
  },
  {
    code: "other-schools-column",
    sheets: [
      sheet("Parc", [
        ["Commune", "École", "Élèves", "Postes clients standard", "Palmarès", "Serveur standard"],
        [...bourg, 20, 12, "École du Haut", 1],
        [...haut, 30, 8, "École du Bourg", 1],
      ]),
    ],
    as: "ignored",
  },
  {
    code: "machine-named-elsewhere",
    sheets: [
      sheet("Registre", [
        ["Commune", "École", "N° inventaire", "Matériel", "Date d'entrée"],
        [...bourg, "A101", "Poste client standard", 40000],
        [...haut, "A102", "Poste client standard", 40000],
      ]),
      sheet("Vols", [
        ["N° inventaire", "Volé le"],
        ["A102", "04/06/2014"],
      ]),
      pupils,
    ],
    as: null,
  },
  {
    code: "struck-through",
    sheets: [withFacts(beside("Pack logiciel", 1, 1, 1), { struck: ["D3"] }), pupils],
    as: null,
  },
  {
    code: "several-machines",
    sheets: [
      sheet("Registre", [
        ["Commune", "École", "N° inventaire", "Matériel", "Date d'entrée"],
        [...bourg, "A1 à A3", "Poste client standard", 40000],
        [...haut, "A4", "Poste client standard", 40000],
      ]),
      pupils,
    ],
    as: null,
  },
  {
    code: "closed-school",
    sheets: [
      sheet("Parc", [
        ["Commune", "École", "Postes clients standard"],
        [...bourg, 12],
        ["Beure", "École du Haut (fermée)", 8],
        [...pont, 9],
      ]),
      pupils,
    ],
    as: null,
  },
  {
    code: "total-of-some-levels",
    sheets: [
      long([...bourg, "Postes clients standard", "Maintenance", 12]),
      sheet("Effectifs", [
        ["Commune", "École", "Niveau", "Effectif"],
        [...bourg, "PS", 20],
        [...bourg, "MS", 22],
        [...bourg, "Total maternelle", 42],
        [...bourg, "CP", 15],
      ]),
    ],
    as: null,
  },
  {
    code: "code-of-two-schools",
    sheets: [
      sheet("Parc", [
        ["Commune", "École", "UAI", "Effectif", "Postes clients standard"],
        [...bourg, "0250777K", 20, 12],
        [...haut, "0250777K", 30, 8],
        [...pont, "0250778L", 40, 9],
      ]),
    ],
    as: null,
  },
  {
    code: "sum-as-school",
    sheets: [
      sheet("Parc", [
        ["Commune", "École", "Effectif", "Postes clients standard"],
        [...bourg, 20, 12],
        [...haut, 30, 8],
        ["Beure", "Groupe scolaire", 50, 20],
        [...pont, 40, 9],
      ]),
    ],
    as: null,
  },
  ...(["installation", "maintenance", "nothing"] as const).map((as) => ({
    code: "unclear-section" as const,
    sheets: [
      sheet("Fiche", [
        ["École du Bourg"],
        ["Commune", "Beure"],
        ["Postes clients standard", 12],
        ["Arrivés en cours d’année"],
        ["Postes clients spécifiques", 2],
      ]),
      pupils,
    ],
    as,
  })),
  {
    code: "stock-before",
    sheets: [
      sheet("Flux", [
        ["Commune", "École", "Matériel", "Existant", "Nouveau", "Sorti", "Solde"],
        [...bourg, "Postes clients standard", 10, 3, 2, 11],
        [...haut, "Postes clients standard", 8, 0, 1, 7],
      ]),
      pupils,
    ],
    as: "ignored",
  },
  {
    code: "commune-as-school",
    sheets: [
      sheet("Parc", [
        ["Commune", "École", "Postes clients standard"],
        [...bourg, 12],
        [...haut, 8],
        ["Beure", "Beure", 7],
        [...pont, 9],
      ]),
      pupils,
    ],
    as: null,
  },
  {
    code: "one-date-for-several",
    sheets: [beside("Postes clients standard installés le", "15/03/2014", "16/03/2014", null), pupils],
    as: "ignored",
  },
  {
    code: "unclear-campaign",
    sheets: [beside("Campagne", 2014, null, "2O14"), pupils],
    as: "ignored",
  },
];
