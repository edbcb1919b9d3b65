import { amountsOf } from "../amounts";
import { Session } from "../../../src/taskpane/operations/session";
import { screenOf } from "../../../src/taskpane/screens";
import { previewOf } from "../../../src/taskpane/state/state";
import { amagney, smallWorkbook } from "../../cli/small-workbook";
import { sessionIn, type SessionInExcel } from "../session-in-excel";

let open: SessionInExcel | null = null;
afterEach(() => {
  open?.page.close();
  open = null;
});

const sheetOfOptions = "Options Ordiclasse";

async function readIt(bytes: Uint8Array): Promise<SessionInExcel> {
  open = await sessionIn(bytes, "parc.xlsx");
  open.session.dispatch({ type: "campaign-chosen", campaign: 2014 });
  await open.session.run.read();
  return open;
}

const preview = ({ session }: SessionInExcel) => previewOf(session.state)!;
/** Amagney pays 368,60 + 63,20; each workstation of Besançon, 36,86. */
const due = (workstations: number) => (368.6 + 63.2 + workstations * 36.86).toFixed(2);

describe("« Réglages »", () => {
  const settings = {
    besancon: "left-out",
    schoolUnit: "each",
    printableFiches: true,
    signatory: { name: "Mme X", title: "Adjointe aux finances", delegation: "" },
  } as const;

  it("writes what is in force in the workbook, and what it changes is seen at once", async () => {
    const opened = await readIt(await smallWorkbook([amagney, ["Besançon", "École C", 60, 4, 0]]));
    const { session } = opened;
    expect(amountsOf(preview(opened)).due).toBe(due(4));
    await session.run.openSettings();
    expect(screenOf(session.state)).toBe("settings");
    await session.run.saveSettings(settings);
    expect(screenOf(session.state)).toBe("settings");
    expect(session.state.options).toMatchObject({ sheet: sheetOfOptions, options: settings });
    expect(amountsOf(preview(opened)).due).toBe(due(0));
    expect(preview(opened).plan.sheets).toContainEqual(expect.objectContaining({ key: "fiches-impression" }));
  });

  it("can be seen and saved before anything is read", async () => {
    open = await sessionIn(await smallWorkbook(), "parc.xlsx");
    const { session } = open;
    await session.run.openSettings();
    // Nothing of the parties nor of who signs is given.
    const missing = [
      ["SIRET du créancier", "SIRET of the creditor"],
      ["SIRET du débiteur", "SIRET of the debtor"],
      ["Adresse du créancier", "Address of the creditor"],
      ["Adresse du débiteur", "Address of the debtor"],
    ];
    const signature = [
      ["Signataire", "Signatory of the claim statement (état liquidatif)"],
      ["Qualité du signataire", "Position of the signatory"],
      ["Délégation", "Delegation wording"],
    ];
    expect(session.state).toMatchObject({
      source: { kind: "unread" },
      options: { kind: "seen", sheet: null, missing: [...missing, ...signature] },
    });
    await session.run.saveSettings(settings);
    expect(session.state).toMatchObject({
      source: { kind: "unread" },
      options: { options: settings },
      notice: { code: "pane-choice-kept" },
    });
  });

  it("has Excel load the pane with the workbook, which shows by itself then; or not any more", async () => {
    const { session, host, asked } = await readIt(await smallWorkbook());
    expect(session.query.opensWithWorkbook()).toBe(false);
    expect(await session.run.openWithWorkbook(true)).toBe(true);
    expect([session.query.opensWithWorkbook(), host.services.startup, asked]).toEqual([true, "Background", []]);
    await new Session(session.environment).start();
    expect(asked).toEqual(["pane"]);
    expect(await session.run.openWithWorkbook(false)).toBe(true);
    expect([session.query.opensWithWorkbook(), host.services.startup]).toEqual([false, "Inactive"]);
    await new Session(session.environment).start();
    expect(asked).toEqual(["pane"]);
  });

  it("says that the workbook does not open it where Excel refused to keep it, or to load it; it is not loaded for nothing", async () => {
    const { session, host } = await readIt(await smallWorkbook());
    host.settings.areRefused = true;
    expect(await session.run.openWithWorkbook(true)).toBe(false);
    expect([session.query.opensWithWorkbook(), host.services.startup]).toEqual([false, "Inactive"]);
    host.settings.areRefused = false;
    host.services.startupIsRefused = true;
    expect(await session.run.openWithWorkbook(true)).toBe(false);
    expect([session.query.opensWithWorkbook(), host.settings.all]).toEqual([false, []]);
  });

  it("has a way back where Excel would go on loading it: the pane does not show", async () => {
    const { session, host, asked } = await readIt(await smallWorkbook());
    expect(await session.run.openWithWorkbook(true)).toBe(true);
    host.services.startupIsRefused = true;
    expect(await session.run.openWithWorkbook(false)).toBe(true);
    await new Session(session.environment).start();
    expect([session.query.opensWithWorkbook(), host.services.startup, asked]).toEqual([false, "Background", []]);
  });

  it("says so where Excel throws at once, and leaves nothing behind", async () => {
    const { session, host } = await readIt(await smallWorkbook());
    expect(await session.run.openWithWorkbook(true)).toBe(true);
    const { document } = Office.context;
    const refusing = Object.create(document.settings, {
      set: {
        value: () => {
          throw new Error("This key is not taken.");
        },
      },
    }) as Office.Settings;
    const changed = Object.create(document, { settings: { value: refusing } }) as Office.Document;
    const lent = Office;
    globalThis.Office = Object.create(lent, {
      context: { value: Object.create(lent.context, { document: { value: changed } }) as Office.Context },
    }) as typeof Office;
    expect(await session.run.openWithWorkbook(false)).toBe(false);
    expect([session.query.opensWithWorkbook(), host.settings.get("ordiclasse.ouverture")]).toEqual([true, true]);
    globalThis.Office = lent;
  });

  it("opens the sheet of options, made where there is none", async () => {
    const opened = await readIt(await smallWorkbook());
    await opened.session.run.openSettings();
    await opened.session.run.openOptionsSheet();
    expect(opened.workbook.book.sheets.map(({ name }) => name)).toEqual(["Parc", sheetOfOptions]);
    expect(opened.session.state.trouble).toBeNull();
  });

  it("shows what cannot be understood, at its cell, and writes nothing over it", async () => {
    const rows = [
      ["Option", "Valeur"],
      ["Besançon", "peut-être"],
    ];
    const opened = await readIt(await smallWorkbook([amagney], [{ name: sheetOfOptions, rows }]));
    const before = opened.workbook.userCells();
    await opened.session.run.openSettings();
    expect(opened.session.state.options).toMatchObject({ kind: "faulty", anomalies: [{ cell: "B2" }] });
    await opened.session.run.saveSettings(settings);
    expect(opened.session.state.trouble).not.toBeNull();
    expect(opened.workbook.userCells()).toEqual(before);
  });
});
