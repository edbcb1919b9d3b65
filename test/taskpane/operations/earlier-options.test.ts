import { earlierOptions } from "../../../src/options";
import { amagney, smallWorkbook } from "../../cli/small-workbook";
import { generateIt, readIt, sessionOn } from "../../workbook/in-page/held-session";
import { sessionIn, type SessionInExcel } from "../session-in-excel";

let open: SessionInExcel | null = null;
afterEach(() => {
  open?.page.close();
  open = null;
});

const optionsSheet = (...rows: string[][]) => ({
  name: "Options Ordiclasse",
  rows: [["Option", "Valeur", "Précision", "Précision 2", "Précision 3", "Précision 4"], ...rows],
});
const picked = (name: string, bytes: Uint8Array) => ({
  name,
  arrayBuffer: () => Promise.resolve(bytes.slice().buffer),
});

/** What is left to be taken, as it is written. */
const proposed = ({ session }: SessionInExcel) => {
  const { earlier, options } = session.state;
  if (earlier === null || options.kind !== "seen") return null;
  return earlierOptions(earlier.options, options.options);
};

test("the options of last year's workbook are taken one by one in this one, and what is taken is not proposed again", async () => {
  open = await sessionIn(await smallWorkbook([amagney, ["Besançon", "École C", 60, 4, 0]]), "parc-2015.xlsx");
  const { session } = open;
  session.dispatch({ type: "campaign-chosen", campaign: 2015 });
  await session.run.read();
  await session.run.openSettings();
  const rows = [
    ["Besançon", "non facturée"],
    ["État n°", "2014-01"],
    ["Mot", "MES", "nature", "installation"],
    ["Commune", "Parc", "A2", "Audeux", "", "Amagnet"],
  ];
  await session.run.showOptionsOf(picked("parc-2014.xlsx", await smallWorkbook([amagney], [optionsSheet(...rows)])));
  expect(session.state.earlier?.file).toBe("parc-2014.xlsx");
  // A2 says Amagney here.
  expect(proposed(open)!.map(({ label }) => label)).toEqual(["Besançon", "État n°", "Mot"]);
  const before = session.state.source;
  const [besancon, , word] = proposed(open)!;
  // Pressed one right after the other.
  await Promise.all([besancon!, word!].map(({ change }) => session.run.takeOption(change)));
  expect(session.state.source).not.toBe(before);
  expect(proposed(open)!.map(({ written }) => written)).toEqual([["2014-01"]]);
  expect(session.state.options).toMatchObject({
    sheet: "Options Ordiclasse",
    options: { besancon: "left-out", particulars: {}, words: [{ word: "MES", as: "installation" }] },
  });
});

test("a workbook whose options cannot be understood, or that is none, is refused, and what was proposed stays", async () => {
  open = await sessionIn(await smallWorkbook(), "parc.xlsx");
  const { session } = open;
  await session.run.openSettings();
  const faulty = await smallWorkbook([amagney], [optionsSheet(["Besançon", "peut-être"])]);
  await session.run.showOptionsOf(picked("parc-2014.xlsx", faulty));
  expect([session.state.trouble?.severity, session.state.earlier]).toEqual(["error", null]);
  await session.run.showOptionsOf(picked("photo.jpg", new Uint8Array([255, 216, 255, 224])));
  expect(session.state.trouble?.params["file"]).toBe("photo.jpg");
});

test("a workbook without a sheet of options proposes those that its documents were made with", async () => {
  const made = await sessionOn(
    await smallWorkbook([amagney], [optionsSheet(["Besançon", "non facturée"])]),
    "parc-2014.xlsx",
  );
  await readIt(made);
  await generateIt(made);
  const { sheets, ...cells } = made.held.open.cells;
  const others = sheets.filter(({ name }) => name !== "Options Ordiclasse");
  const earlier = { ...made.held.open, cells: { ...cells, sheets: others } };
  const { session, held } = await sessionOn(await smallWorkbook(), "parc-2015.xlsx");
  expect(session.query.countEarlierOptions(earlier, held.open.cells)).toBe(1);
  await session.run.showOptionsOf(earlier);
  expect(session.state.earlier).toMatchObject({ file: "parc-2014.xlsx", options: { besancon: "left-out" } });
});
