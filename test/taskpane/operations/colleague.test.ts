import { writeXlsx } from "hucre/xlsx";
import { screenOf } from "../../../src/taskpane/screens";
import { generateIt, sessionIn, type SessionInExcel } from "../session-in-excel";

let open: SessionInExcel | null = null;
afterEach(() => {
  open?.page.close();
  open = null;
});

const aside = "Ordiclasse en cours 1";

/** A workbook in which the pane of a colleague gave sign of life at 14:01. */
function withColleague(): Promise<Uint8Array> {
  const rows = [
    ["Commune", "École", "Effectif", "Serveurs standard"],
    ["Amagney", "École primaire", 100, 1],
  ];
  return writeXlsx({
    sheets: [
      { name: "Parc", rows },
      { name: aside, rows: [], hidden: true },
    ],
    namedRanges: [{ name: "ORDICLASSE_CLE", range: '"aside:stage@0badcafe@2014-11-25 14:01:00"', scope: aside }],
  });
}

const tabs = ({ workbook }: SessionInExcel) => workbook.book.sheets.map(({ name }) => name);

test("a pane beside a colleague's who generates says so and reads, generates nothing, and puts in order once that one is gone", async () => {
  let time = "14:03:00";
  open = await sessionIn(await withColleague(), "parc.xlsx", { now: () => `2014-11-25 ${time}` });
  const { session } = open;
  expect(session.state.notice).toEqual({ code: "pane-work-elsewhere", params: { since: "14:01", until: "14:11" } });
  session.dispatch({ type: "campaign-chosen", campaign: 2014 });
  await session.run.read();
  expect(screenOf(session.state)).toBe("controle");

  await generateIt(open);
  expect(session.state.ending).toMatchObject({
    kind: "failed",
    after: "untouched",
    anomaly: { code: "office-work-elsewhere", params: { since: "14:01", until: "14:11" } },
  });
  expect(tabs(open)).toEqual(["Parc", aside]);

  time = "14:12:00";
  await session.run.read();
  expect(tabs(open)).toEqual(["Parc"]);
  await generateIt(open);
  expect(screenOf(session.state)).toBe("done");
});
