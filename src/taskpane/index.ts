import type { Session } from "./operations/session";

export type { AnalysisName } from "./analyses/kept";
export type { Session } from "./operations/session";

let settle: { readonly use: (session: Session) => void; readonly give: (reason: Error) => void } | null = null;

/** The session of the pane, which the ribbon shares, in one runtime. Rejects when the pane cannot start. */
export const sessionInUse: Promise<Session> = new Promise((use, give) => {
  settle = { use, give };
});
// The rejection is handled by those who wait for the session, if any.
sessionInUse.catch(() => undefined);

export function settleSession(session: Session): void {
  settle?.use(session);
}

export function giveUpSession(reason: string): void {
  settle?.give(new Error(reason));
}
