import { issuedDifferences } from "../../messages";
import { usePane } from "../parts/context";
import { Button, Warning } from "../parts/elements";
import { campaignOf } from "../state/preview";
import { mayDraw, previewOf } from "../state/state";

/** Whether the état of the campaign is marked as issued, and the way to say so. Nothing where it cannot be. */
export function Issued() {
  const { session, state, words } = usePane();
  const preview = previewOf(state);
  if (preview === null || !mayDraw(state)) return null;
  const { issued, differs } = preview.statement.edition;
  if (differs !== null || (issued === null && preview.counts.error > 0)) return null;
  const isMarked = issued !== null;
  return (
    <section class="part">
      <h2>{words.say("pane-issue-part")}</h2>
      <p class={isMarked ? undefined : "secondary"}>
        {isMarked
          ? words.say("pane-issue-done", {
              number: issued.number,
              version: issued.version,
              date: words.day(issued.date),
              bordereau: issued.bordereau ?? "",
              titre: issued.titre ?? "",
            })
          : words.say("pane-issue-none", { year: campaignOf(preview) })}
      </p>
      <Button link onClick={() => session.dispatch({ type: "opened", open: { screen: "issue" } })}>
        {words.say(isMarked ? "pane-issue-complete" : "pane-issue-mark")}
      </Button>
    </section>
  );
}

/** What is billed is another état than the one that was issued: said first, with the way to rectify that one. */
export function IssuedOtherwise() {
  const { session, state, words } = usePane();
  const preview = previewOf(state);
  const differs = preview?.statement.edition.differs ?? null;
  if (preview === null || differs === null) return null;
  const point = preview.points.find(({ code }) => code === issuedDifferences[differs]);
  if (point === undefined) return null;
  return (
    <>
      <Warning role="status">{words.anomaly(point)}</Warning>
      {differs === "amounts" && (
        <p>
          <Button
            link
            onClick={() => session.dispatch({ type: "opened", open: { screen: "analysis", name: "rectify" } })}
          >
            {words.say("pane-issue-rectify")}
          </Button>
        </p>
      )}
    </>
  );
}
