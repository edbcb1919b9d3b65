import { useEffect, useState } from "preact/hooks";
import { restoredJournal } from "../../../documents";
import type { PageWorkbook } from "../../../workbook/in-page";
import type { Session } from "../../operations/session";
import { keepAsItGoes } from "./keep-as-it-goes";
import { browserStore, stepsHeld, type KeptWork } from "./work-store";

/** The kept work on an open workbook. */
export interface WorkAtHand {
  /** The time of the last save, `2014-11-25 14:03:59`; null when nothing is kept. */
  readonly keptAt: string | null;
  /** The former work on the same file; null once the user has decided about it. */
  readonly before: KeptWork | null;
  /** Whether a part of the kept work could not be applied again. */
  readonly isPartial: boolean;
  readonly onResume: () => void;
  readonly onForget: () => void;
}

/** Shows a workbook in its pane, with `resumed` restored first; keeps its work from then on. */
export function useKeptWork(held: PageWorkbook, session: Session, resumed: KeptWork | null): WorkAtHand {
  const [keptAt, setKeptAt] = useState<string | null>(null);
  const [before, setBefore] = useState<KeptWork | null>(null);
  const [isSettled, settle] = useState(false);
  const [isPartial, setPartial] = useState(false);
  /** The fingerprint of the file that the resumed work was kept of. */
  const [former, setFormer] = useState(held.fingerprint);
  const redo = async (work: KeptWork) => {
    const journal = work.journal === undefined ? null : restoredJournal(held.open, work.journal);
    const { ok } = await held.resume(work.steps.slice(stepsHeld(work, held.fingerprint) ?? 0), journal);
    setPartial(!ok);
    if (ok) setFormer(work.fingerprint);
  };
  const begin = async () => {
    if (resumed !== null) await redo(resumed);
    void session.start();
    const found = resumed === null ? await browserStore.find(held.fingerprint).catch(() => undefined) : undefined;
    setBefore(found ?? null);
    settle(found === undefined);
  };
  useEffect(() => void begin(), [session]);
  useEffect(
    () => (isSettled ? keepAsItGoes(held, session, browserStore, setKeptAt, former) : undefined),
    [session, isSettled],
  );
  const resume = async (work: KeptWork) => {
    setBefore(null);
    await redo(work);
    settle(true);
    const { campaign } = work.view;
    await (campaign === null ? session.run.read() : session.run.changeCampaign(campaign));
  };
  return {
    keptAt,
    before,
    isPartial,
    onResume: () => void (before !== null && resume(before)),
    onForget: () => {
      void browserStore.forget(before?.fingerprint ?? held.fingerprint).catch(() => undefined);
      setBefore(null);
      settle(true);
    },
  };
}
