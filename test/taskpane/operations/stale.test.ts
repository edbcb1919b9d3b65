import { screenOf } from "../../../src/taskpane/screens";
import { freshnessOf } from "../../../src/taskpane/state/state";
import { smallWorkbook } from "../../cli/small-workbook";
import { sessionIn } from "../session-in-excel";

test("a generation of amounts of before a change is not offered: it is asked once the workbook is read again", async () => {
  const { session, workbook, host, page } = await sessionIn(await smallWorkbook(), "parc.xlsx", {
    isInView: () => false,
  });
  try {
    session.dispatch({ type: "campaign-chosen", campaign: 2014 });
    await session.run.read();
    await host.raise("Changed", workbook.sheet("Parc").id);
    while (freshnessOf(session.state) !== "stale") await new Promise((resolve) => setTimeout(resolve, 10));
    session.run.askGeneration();
    expect([session.state.open, screenOf(session.state)]).toEqual([null, "plan"]);
    await session.run.read();
    session.run.askGeneration();
    expect(screenOf(session.state)).toBe("confirm");
  } finally {
    page.close();
  }
});
