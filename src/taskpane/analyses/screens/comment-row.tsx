import { useId, useState } from "preact/hooks";
import { longestComment } from "../../../options";
import { commentOf, type ComparedCommune } from "../../../statement";
import type { Commune } from "../../../tariff";
import { usePane } from "../../parts/context";
import { Button, French } from "../../parts/elements";
import { InlineForm, useUnfolding } from "../../parts/fields";
import { useAnalysisTexts } from "./tables";

interface CommentRowProps {
  readonly compared: ComparedCommune;
  /** Its comment was just kept. */
  readonly isLast: boolean;
}

/**
 * Draws, under a commune, the comment on its difference and the way to write it; nothing when there is no comment and
 * none is expected.
 */
export function CommentRow({ compared, isLast }: CommentRowProps) {
  const { t } = useAnalysisTexts();
  const { isOpen, opener, close, leave } = useUnfolding();
  const comment = commentOf(compared);
  const { commune, isNotable } = compared;
  if (!isNotable && comment === null) return null;
  return (
    <tr class="comment">
      <td colSpan={4}>
        {comment !== null && (
          <p>
            <span aria-hidden="true">✎ </span>
            <French>{comment}</French>
          </p>
        )}
        <button type="button" class={isLast ? "link last-commented" : "link"} {...opener}>
          {t(comment === null ? "pane-comment-write" : "pane-comment-change", { commune: commune.name })}
        </button>
        {isOpen && <CommentForm commune={commune} comment={comment} onLeave={leave} onKept={close} />}
      </td>
    </tr>
  );
}

interface CommentFormProps {
  readonly commune: Commune;
  /** Null without a comment. */
  readonly comment: string | null;
  readonly onLeave: () => void;
  readonly onKept: () => void;
}

/** Draws the field of a comment. What was typed stays when it could not be kept. */
function CommentForm({ commune: { insee, name }, comment, onLeave, onKept }: CommentFormProps) {
  const { session, state } = usePane();
  const { words, t } = useAnalysisTexts();
  const [text, setText] = useState(comment ?? "");
  const [isBlank, setBlank] = useState(false);
  const id = useId();
  const keep = async (written: string) => {
    if (written.trim() === "" && comment === null) setBlank(true);
    else if (await session.run.commentOn(insee, written)) onKept();
  };
  const fault = state.readOnly ? t("pane-comment-read-only") : isBlank ? t("pane-comment-blank") : null;
  return (
    <InlineForm onLeave={onLeave}>
      <div class="field">
        <label for={id}>{t("pane-comment-field", { commune: name })}</label>
        <textarea
          id={id}
          rows={3}
          maxLength={longestComment}
          readOnly={state.readOnly}
          aria-invalid={fault !== null || undefined}
          aria-describedby={`${id}-hint`}
          value={text}
          onInput={({ currentTarget }) => {
            setText(currentTarget.value);
            setBlank(false);
          }}
          onKeyDown={stayInText}
        />
        <p id={`${id}-hint`} class={fault === null ? "secondary" : "fault"} role={fault === null ? undefined : "alert"}>
          {fault ?? t("pane-comment-hint")}
        </p>
      </div>
      {!state.readOnly && <Button onClick={() => void keep(text)}>{t("pane-comment-save")}</Button>}
      {!state.readOnly && comment !== null && <Button onClick={() => void keep("")}>{t("pane-comment-remove")}</Button>}
      <Button onClick={onLeave}>{words.say("pane-act-leave")}</Button>
    </InlineForm>
  );
}

/** Keeps Alt+Left, which moves by a word on some systems, from leaving the screen. */
function stayInText(event: KeyboardEvent): void {
  if (event.altKey && event.key === "ArrowLeft") event.stopPropagation();
}
