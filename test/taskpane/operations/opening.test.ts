import { readFileSync } from "node:fs";
import { screenOf } from "../../../src/taskpane/screens";
import { previewOf } from "../../../src/taskpane/state/state";
import { expectedOf, samplePath } from "../../acceptance/samples";
import { smallWorkbook } from "../../cli/small-workbook";
import { amountsOf } from "../amounts";
import { generateIt, sessionIn, type SessionInExcel } from "../session-in-excel";

let open: SessionInExcel | null = null;
const opens = async (...asked: Parameters<typeof sessionIn>) => {
  open?.page.close();
  return (open = await sessionIn(...asked)).session;
};
afterEach(() => {
  open?.page.close();
  open = null;
});

const sample = "a24-annee-et-montants-2014";
const bytes = () => readFileSync(samplePath(`${sample}.xlsx`));

test("a workbook that says its campaign is read as the pane opens; the focus stays in the grid", async () => {
  const { state } = await opens(bytes(), `${sample}.xlsx`);
  expect(amountsOf(previewOf(state)!).total).toBe(expectedOf(sample).total);
  expect(state).toMatchObject({ notice: { code: "pane-campaign-proposed" }, focus: { count: 0 } });
});

test("one that says none is only looked at: the campaign is to be chosen", async () => {
  const { state } = await opens(await smallWorkbook(), "parc.xlsx");
  expect(screenOf(state)).toBe("welcome");
  expect(state).toMatchObject({ campaign: null, campaignWanted: false, notice: null });
});

test.each([
  ["reading takes something from the user", { readingEmptiesUndo: true }],
  ["the pane is not in front", { isInView: () => false }],
])("the campaign is proposed where %s, and the user starts the reading", async (_, more) => {
  const session = await opens(bytes(), `${sample}.xlsx`, more);
  expect(screenOf(session.state)).toBe("welcome");
  expect(session.state).toMatchObject({ campaign: 2014, notice: { code: "pane-campaign-proposed" } });
  await session.run.read();
  expect(amountsOf(previewOf(session.state)!).total).toBe(expectedOf(sample).total);
});

test("a workbook that has its documents opens on them, for the campaign of their run", async () => {
  const first = await opens(await smallWorkbook(), "parc.xlsx");
  first.dispatch({ type: "campaign-chosen", campaign: 2014 });
  await first.run.read();
  await generateIt(open!);
  const again = await opens(await open!.workbook.save(), "parc.xlsx");
  expect(screenOf(again.state)).toBe("plan");
  expect(again.state).toMatchObject({ campaign: 2014, documents: { status: { sheets: [] } } });
});
