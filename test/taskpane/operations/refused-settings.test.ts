import { atDepth } from "../../depth";
import type { FaultMoment } from "../../host";
import { bookDigest } from "../../workbook/office/digest";
import { smallWorkbook } from "../../cli/small-workbook";
import { generateIt, sessionIn, sheetNames, type SessionInExcel } from "../session-in-excel";

const moments: readonly FaultMoment[] = ["before", "halfway", "after"];

let opened: SessionInExcel;
afterEach(() => opened.page.close());

/** Read, in an Excel that keeps nothing for add-ins beside the cells. */
async function readIt(): Promise<SessionInExcel> {
  opened = await sessionIn(await smallWorkbook(), "parc.xlsx");
  opened.host.settings.areRefused = true;
  opened.session.dispatch({ type: "campaign-chosen", campaign: 2014 });
  await opened.session.run.read();
  return opened;
}

test.each(atDepth(["halfway"] as const, moments))(
  "an Excel that refuses an add-in's settings: documents are made and taken back, whatever fails (%s)",
  async (when) => {
    // A reading has three requests, a generation five more, an undoing six.
    for (const request of atDepth([7], [1, 2, 3, 4, 5, 6, 7, 8])) {
      const excel = await readIt();
      const { session, host, workbook } = excel;
      const before = JSON.stringify(bookDigest(workbook));
      host.failAt(request, { code: "GeneralException", when });
      await generateIt(excel);
      const { ending } = session.state;
      if (ending.kind !== "done") {
        expect([request, ending.kind]).toEqual([request, "failed"]);
        expect(JSON.stringify(bookDigest(workbook)) === before).toBe(true);
        await generateIt(excel);
      }
      expect(session.state.ending).toMatchObject({ kind: "done", remark: null });
      expect(sheetNames(excel)).toContain("Titre CAGB");
      host.failAt(request, { code: "GeneralException", when });
      await session.run.undo();
      if (session.state.ending.kind !== "undone") await session.run.undo();
      host.mend();
      expect(session.state.ending.kind).toBe("undone");
      expect(JSON.stringify(bookDigest(workbook)) === before).toBe(true);
      expect([host.settings.all, excel.page.faults]).toEqual([[], []]);
      excel.page.close();
    }
  },
);
