import { writeXlsx } from "hucre/xlsx";
import { writeFile } from "node:fs/promises";
import { add, sharedGrid, times } from "../../acceptance/analyses";
import { Folder } from "../../cli/run-rebill";
import { sessionIn, type SessionInExcel } from "../session-in-excel";
import { fieldOf, picked, pickedFrom, pricesIn, readParc, triedIn, typePrice } from "./analyses";
import { tarifsTitles } from "../../tarifs-titles";

const workstation = { code: "POSTE_STD", nature: "maintenance", payer: "commune" } as const;
const portal = { code: "PORTAIL", nature: "maintenance", payer: "cagb" } as const;
/** The three schools have 12 + 9 + 11 workstations in service. */
const workstations = 32;
const folder = new Folder();

let open: SessionInExcel | null = null;
afterEach(() => {
  open?.page.close();
  open = null;
});
const openIt = async () => (open = await readParc({ workstations: 12 }));

describe("prices typed over the grid of a file", () => {
  /** Printers are dropped. */
  const shared = sharedGrid();
  const grid = { ...shared, rows: shared.rows.filter(({ code }) => code !== "IMPRIMANTE") };
  const onCagb = { ...workstation, payer: "cagb" } as const;

  async function pickIt(): Promise<SessionInExcel> {
    const opened = await openIt();
    await typePrice(opened, portal, "9");
    await opened.session.run.simulateWith(picked(JSON.stringify(grid), "projet.json"));
    return opened;
  }

  it("start from its prices, which take the place of those typed before", async () => {
    const opened = await pickIt();
    expect(triedIn(opened)).toMatchObject({ file: "projet.json", isTyped: false });
    expect(fieldOf(opened, portal)).toMatchObject({ now: "5.27", trial: "5.27" });
    expect(fieldOf(opened, workstation)).toMatchObject({ now: "36.86", trial: "26.86" });
    expect(fieldOf(opened, onCagb)).toMatchObject({ now: null, trial: "10.00" });
    expect(fieldOf(opened, { code: "TABLETTE", nature: "maintenance", payer: "cagb" })).toMatchObject({
      trial: "4.00",
    });
    expect(fieldOf(opened, { code: "IMPRIMANTE", nature: "maintenance", payer: "commune" })).toMatchObject({
      prestation: "Imprimante jet encre",
      now: "15.79",
      trial: null,
    });
  });

  it("change one part of a shared price alone, and give back a prestation that it drops", async () => {
    const opened = await pickIt();
    const before = triedIn(opened);
    await typePrice(opened, onCagb, "12");
    await typePrice(opened, { code: "IMPRIMANTE", nature: "maintenance", payer: "commune" }, "15,79");
    const { cagb: part, due, ...tried } = triedIn(opened);
    expect(tried).toMatchObject({ file: "projet.json", act: "Projet de délibération", isTyped: true });
    // 12,00 − 10,00 = 2,00 more for each workstation; printers as they are in force.
    expect(part.after).toBe(add(before.cagb.after, times(workstations, "2.00")));
    expect(due.difference).toBe(`-${add(times(workstations, "10.00"))}`);
  });

  it("are left with the file", async () => {
    const opened = await pickIt();
    await typePrice(opened, onCagb, "12");
    await opened.session.run.leaveAnalysis("simulate");
    expect(opened.session.state.analyses).toMatchObject({ simulation: null, trial: null });
    expect(fieldOf(opened, onCagb)).toBeUndefined();
  });
});

describe("prices typed where each campaign has a grid of its own", () => {
  const row = (code: string, prestation: string, unit: string, price: string, year: number, act: string) => [
    ...[code, prestation, unit, null, null, null, price, `01/11/${year}`, `31/10/${year + 1}`, act],
  ];
  const rows = [
    row("POSTE_STD", "Poste client standard", "poste", "30", 2014, "Acte de 2014"),
    row("POSTE_SPEC", "Poste spécifique", "poste", "50", 2014, "Acte de 2014"),
    row("POSTE_STD", "Poste client standard", "poste", "40", 2015, "Acte de 2015"),
  ];

  const twoKinds = () =>
    writeXlsx({
      sheets: [
        {
          name: "Parc",
          rows: [
            ["Commune", "École", "Effectif", "Postes clients standard", "Postes clients spécifiques"],
            ["Amagney", "École primaire", 100, 12, 2],
          ],
        },
      ],
    });

  it("are tried on the grid in force of the campaign that is read, where it has them", async () => {
    await writeFile(
      folder.file("tarifs.xlsx"),
      await writeXlsx({ sheets: [{ name: "Tarifs", rows: [[...tarifsTitles], ...rows] }] }),
    );
    const opened = (open = await sessionIn(await twoKinds(), "parc.xlsx"));
    opened.session.dispatch({ type: "campaign-chosen", campaign: 2015 });
    await opened.session.run.read();
    await opened.session.run.addWorkbook(await pickedFrom(folder.file("tarifs.xlsx"), "tarifs.xlsx"));
    const special = { ...workstation, code: "POSTE_SPEC" };
    const units = () => fieldOf(opened, workstation)!.effect!.units;
    expect(pricesIn(opened).map(({ code, now }) => [code, now])).toEqual([["POSTE_STD", "40.00"]]);
    await typePrice(opened, workstation, "41");
    // 41,00 − 40,00
    expect(triedIn(opened)).toMatchObject({ act: "Acte de 2015", due: { difference: add(times(units(), "1.00")) } });

    opened.session.dispatch({ type: "campaign-chosen", campaign: 2014 });
    await opened.session.run.read();
    // 41,00 − 30,00
    expect(triedIn(opened)).toMatchObject({ act: "Acte de 2014", due: { difference: add(times(units(), "11.00")) } });
    await typePrice(opened, special, "55");
    const both = triedIn(opened).due.difference;
    expect(both).toBe(add(times(units(), "11.00"), times(fieldOf(opened, special)!.effect!.units, "5.00")));

    opened.session.dispatch({ type: "campaign-chosen", campaign: 2015 });
    await opened.session.run.read();
    expect(fieldOf(opened, special)).toBeUndefined();
    expect(triedIn(opened).due.difference).toBe(add(times(units(), "1.00")));
    opened.session.dispatch({ type: "campaign-chosen", campaign: 2014 });
    await opened.session.run.read();
    expect(triedIn(opened).due.difference).toBe(both);

    await typePrice(opened, workstation, "30");
    opened.session.dispatch({ type: "campaign-chosen", campaign: 2015 });
    await opened.session.run.read();
    // All that is left is tried on a prestation that this grid has not.
    expect(opened.session.state.analyses.simulation).toBeNull();
    expect(fieldOf(opened, workstation)).toMatchObject({ now: "40.00", trial: "40.00" });
  });
});
