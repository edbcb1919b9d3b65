import type { SheetModel } from "../../../src/documents";
import { writeGenerated } from "../../../src/workbook";
import { atDepth } from "../../depth";
import { meetingAt, type FaultMoment, type Side } from "../../host";
import type { HostWorkbook } from "../../host/model";
import { openedFile } from "../../opened-file";
import { ficheModel, recapModel } from "../files/models";
import { asideSheets, generationDigest, withoutLooks } from "./digest";
import { sentBy } from "./excel";
import { startPanes, type PortPane, type SeveralPanes } from "./several-panes";
import { townBytes, townFile } from "./town";

/** Documents that tell whose they are; each generation has a sheet that the others do without. */
function documentsOf(whose: string, other: string): readonly SheetModel[] {
  const [title, ...rows] = ficheModel("fiche-a", "Fiche A").rows;
  const own = { ...title!, cells: [{ ...title!.cells[0]!, value: `Fiche ${whose}` }] };
  return [
    recapModel("Récapitulatif"),
    ficheModel("fiche-a", "Fiche A", { rows: [own, ...rows] }),
    ficheModel(`fiche-${other}`, `Fiche ${other.toUpperCase()}`),
  ];
}
const first = documentsOf("du fichier", "b");
const ofAnn = documentsOf("d’Ann", "c");
const ofBob = documentsOf("de Bob", "d");
const earlier = documentsOf("d’avant", "e");

let given: SeveralPanes;
let bytes: Uint8Array;
/** What the documents are once one of these is in place. */
let digests: ReadonlyMap<readonly SheetModel[], string>;
let ann: PortPane, bob: PortPane, later: PortPane;

beforeAll(async () => {
  given = await startPanes(3);
  [ann, bob, later] = given.panes as [PortPane, PortPane, PortPane];
  const town = await openedFile(await townBytes({ Beure: 2 }), townFile);
  bytes = await writeGenerated(town, first);
  const known = new Map([[first, contentOf(await opened())]]);
  for (const models of [ofAnn, ofBob, earlier]) {
    const workbook = await opened();
    await generate(ann, models);
    known.set(models, contentOf(workbook));
  }
  digests = known;
});
afterAll(() => expect(given.close()).toEqual([]));

/** With formulas of the user's that point at our sheets. */
async function opened(): Promise<HostWorkbook> {
  const workbook = await given.open(bytes);
  workbook.type("Suivi", "D1", "='Fiche A'!C3+Récapitulatif!C5");
  return workbook;
}

const contentOf = (workbook: HostWorkbook): string => withoutLooks(generationDigest(workbook));
/** All that a user has typed, what formulas give apart. */
const typedIn = (workbook: HostWorkbook): string =>
  JSON.stringify(workbook.userCells(), (_, value) => (typeof value === "string" ? value.replace(/ → .*/, "") : value));
const nameOf = (workbook: HostWorkbook): string => {
  const content = contentOf(workbook);
  const names = new Map([
    [first, "first"],
    [ofAnn, "Ann's"],
    [ofBob, "Bob's"],
    [earlier, "earlier"],
  ] as const);
  return [...names].find(([models]) => digests.get(models) === content)?.[1] ?? "none whole";
};

const generate = (pane: PortPane, models: readonly SheetModel[]) =>
  pane.ask((port, watch) => port.publish(models, watch));
const undo = (pane: PortPane) => pane.ask((port, watch) => port.undoPublication(watch));
const start = (pane: PortPane) => pane.ask((port, watch) => port.tidyUp(watch));
const read = (pane: PortPane) => pane.ask((port, watch) => port.openActiveWorkbook(watch));

/** What Bob does meanwhile, and whether the documents are then his, or those before his. */
interface Act {
  readonly name: string;
  /** Before Ann begins. */
  readonly before?: () => Promise<unknown>;
  readonly act: () => Promise<{ readonly ok: boolean }>;
  /** Whatever it has begun stays so. */
  readonly closes?: true;
  /** What it leaves in place once it is told as done. */
  readonly gives?: "Bob's" | "first";
}

/** Bob's page is closed while a request of his generation is under way. */
async function close(request: number): Promise<{ readonly ok: boolean }> {
  bob.host.failAt(request, { code: 5001, when: request % 2 === 0 ? "after" : "halfway", forever: true });
  await generate(bob, ofBob);
  bob.host.mend();
  return { ok: false };
}

const acts: readonly Act[] = [
  { name: "starts", act: () => start(bob) },
  { name: "reads", act: () => read(bob) },
  { name: "generates", act: () => generate(bob, ofBob), gives: "Bob's" },
  { name: "undoes", before: () => generate(bob, earlier), act: () => undo(bob), gives: "first" },
  ...atDepth([2], [1, 2, 3, 4, 5]).map((request) => ({
    name: `closes at request ${request}`,
    act: () => close(request),
    closes: true as const,
  })),
];

/** What Ann does, what it needs before, and what it gives. */
const works = {
  generation: { before: async () => {}, work: () => generate(ann, ofAnn), gives: "Ann's", requests: 5 },
  undo: { before: async () => void (await generate(ann, ofAnn)), work: () => undo(ann), gives: null, requests: 6 },
} as const;

/** The last pane is done: another one starts, when all the others have long been gone; what is in place is whole, and can be replaced. */
async function expectWholeInTheEnd(workbook: HostWorkbook, told: unknown[]): Promise<void> {
  const place = nameOf(workbook);
  given.wait(1);
  expect([...told, await start(later)]).toEqual([...told, expect.objectContaining({ ok: true })]);
  const left = asideSheets(workbook);
  expect([...told, left.filter((key) => key !== "aside:undo")]).toEqual([...told, []]);
  const whole = nameOf(workbook);
  expect([...told, whole]).not.toEqual([...told, "none whole"]);
  if (place !== "none whole") expect([...told, whole]).toEqual([...told, place]);
  given.wait(24);
  expect(await start(later)).toMatchObject({ ok: true });
  expect([...told, asideSheets(workbook)]).toEqual([...told, []]);
  expect(await generate(later, ofAnn)).toMatchObject({ ok: true });
  expect([...told, nameOf(workbook)]).toEqual([...told, "Ann's"]);
}

/** At which request Bob acts, on which side, and what fault Ann meets at which of hers; null: none. */
interface Meeting {
  readonly request: number;
  readonly side: Side;
  readonly fault: { readonly request: number; readonly when: FaultMoment } | null;
}

const sides: readonly Side[] = ["before", "after"];
const moments: readonly FaultMoment[] = ["before", "halfway", "after"];
const range = (count: number) => Array.from({ length: count }, (_, at) => at + 1);

/** All without a fault and many with one at full depth; else a few of each, which differ from act to act. */
function meetings(requests: number, turn: number): readonly Meeting[] {
  const places = range(requests).flatMap((request) => sides.map((side) => ({ request, side })));
  const alone = places.map((place) => ({ ...place, fault: null }));
  // A fault has more requests come, that put things back.
  const late = range(requests + 4).flatMap((request) => sides.map((side) => ({ request, side })));
  const faults = range(requests).flatMap((request) => moments.map((when) => ({ request, when })));
  const faulty = late.flatMap((place) => faults.map((fault) => ({ ...place, fault })));
  // Numbers that no list is a multiple of, so that no kind is always missed.
  const drawn = (list: readonly Meeting[], among: number) => list.filter((_, at) => (at + turn) % among === 0);
  return [...drawn(alone, atDepth(5, 1)), ...drawn(faulty, atDepth(199, 7))];
}

/** Ann works, Bob acts just before or after one of her requests: who was told what, and what stands. */
async function expectTruth(work: keyof typeof works, act: Act, turn: Meeting): Promise<void> {
  const told: unknown[] = [work, act.name, turn];
  const workbook = await opened();
  await act.before?.();
  await works[work].before();
  const [typed, old] = [typedIn(workbook), nameOf(workbook)];
  const previous = work === "undo" ? (act.before === undefined ? "first" : "earlier") : null;
  let bobs: { readonly ok: boolean } | null = null;
  let [seen, made] = [old, old];
  ann.host.resetRequests();
  if (turn.fault !== null) ann.host.failAt(turn.fault.request, { code: 5001, when: turn.fault.when });
  ann.host.traffic = meetingAt(turn.request, turn.side, async () => {
    seen = nameOf(workbook);
    bobs = await act.act();
    made = nameOf(workbook);
  });
  const anns = await works[work].work();
  const isAfterAll = turn.side === "after" && turn.request === sentBy(ann.host).length;
  ann.host.mend();
  told.push(bobs, anns);
  const isDone = (bobs as { readonly ok: boolean } | null)?.ok === true && act.gives !== undefined;
  // What was told as done was so when it was told.
  if (isDone) expect([...told, made]).toEqual([...told, act.gives]);
  // Ann is told last, unless Bob came after all that she asked, or while she removed what an undo leaves aside.
  const isLast = isAfterAll || (isDone && work === "undo" && seen === previous);
  const after = isLast || (isDone && !anns.ok) ? made : anns.ok ? (works[work].gives ?? previous) : old;
  // A page that was closed leaves what it had done of its own, until another pane puts that in order.
  const left = act.closes === true && !anns.ok && made !== works[work].gives ? [after, made] : [after];
  expect([...told, left]).toEqual([...told, expect.arrayContaining([nameOf(workbook)])]);
  expect([...told, typedIn(workbook) === typed]).toEqual([...told, true]);
  await expectWholeInTheEnd(workbook, told);
}

describe.each(Object.keys(works) as (keyof typeof works)[])("during each request of: %s", (work) => {
  test.each(acts.map((act, turn) => [act.name, act, turn] as const))(
    "a colleague’s pane %s: each is told the truth, and one generation is whole",
    async (_, act, turn) => {
      for (const meeting of meetings(works[work].requests, turn)) await expectTruth(work, act, meeting);
    },
  );
});
