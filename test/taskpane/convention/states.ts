import { builtInConventions } from "../../../src/tariff";
import { historyOf, withItems, withValue, type Draft, type FieldPlace } from "../../../src/taskpane/convention/draft";
import type { ConventionShown } from "../../../src/taskpane/convention/shown";
import { draftOf, emptyDraft, emptyMember, withoutDebtor } from "../../../src/taskpane/convention/starts";
import type { PaneEvent } from "../../../src/taskpane/state/reduce";

export const builtIn = draftOf(builtInConventions[0]!);
export const three = ["Convention", "Tarifs", "Communes"];

/** « Convention » on a draft, in a workbook that has none unless it is said. */
export function drafting(draft: Draft, more: Partial<ConventionShown> = {}): PaneEvent[] {
  const convention = { history: historyOf(draft), own: null, taken: [], last: null, ...more };
  return [
    { type: "opened", open: { screen: "convention" } },
    { type: "convention-changed", convention },
  ];
}

const inGrid = (field: string): FieldPlace => ({ file: "grid", field });
/** With a fault of each kind that a field may have. */
const faulty = () => {
  const faults: readonly (readonly [FieldPlace, unknown])[] = [
    [{ file: "convention", field: "creditor.siren" }, "212500566"],
    [{ file: "convention", field: "debtor.short" }, "CAGB"],
    [{ file: "convention", field: "site.french" }, "école"],
    [{ file: "convention", field: "count" }, "30 février"],
    [{ file: "convention", field: "to" }, "2013-11-01"],
    [{ file: "convention", field: "creditLine" }, []],
    [inGrid("[0].rows[1].code"), "PORTAIL"],
    [inGrid("[0].rows[2].maintenance.member"), "36,865"],
    [inGrid("[0].rows[3].perSite"), "un"],
    [{ file: "communes", field: "communes[1].insee" }, "2502"],
  ];
  return faults.reduce((draft, [place, value]) => withValue(draft, place, value), builtIn);
};

const revised = withItems(withoutDebtor(builtIn), inGrid(""), [(builtIn.grid as readonly object[])[0]]);

export const conventionStates: Readonly<Record<string, () => readonly PaneEvent[]>> = {
  "convention, unread": () => [{ type: "opened", open: { screen: "convention" } }],
  convention: () => drafting(builtIn, { own: builtIn, taken: three }),
  "convention, empty": () =>
    drafting(withItems(emptyDraft, { file: "communes", field: "communes" }, [emptyMember]), { taken: ["Tarifs"] }),
  "convention, faulty": () => drafting(faulty()),
  "convention, without an intermediary, revised": () =>
    drafting(revised, { last: { done: "taken-back", draft: revised } }),
  "convention, written": () =>
    drafting(builtIn, { own: builtIn, taken: three, last: { done: "written", draft: builtIn } }),
};
