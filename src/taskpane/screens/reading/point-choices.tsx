import { useState } from "preact/hooks";
import { usePane } from "../../parts/context";
import { Button } from "../../parts/elements";
import { InlineForm, SelectField, TextField, TickField, useUnfolding } from "../../parts/fields";
import { offersOf, type PointOffers } from "../../state/offers";
import { previewOf } from "../../state/state";
import { TakeBackButton } from "./choice-list";
import { letterOf } from "./question-form";
import { useReadingTexts } from "./texts";

/** Draws what can be decided about a point in the pane. The label of each button states its effect. */
export function PointChoices({ index, place }: { readonly index: number; readonly place: number }) {
  const { session, state } = usePane();
  const { t } = useReadingTexts();
  const preview = previewOf(state);
  if (preview === null) return null;
  const { commune, column, row, choice, checks } = offersOf(index, preview, state.options, place);
  const aside = row === null ? null : <SettingAside index={index} row={row} />;
  const { reason, mayBeChecked } = preview.points[index]!;
  const isFirstAside = reason !== null;
  return (
    <>
      {isFirstAside && aside}
      {commune !== null && <CommuneChoice index={index} place={place} commune={commune} />}
      {column !== null && (
        <div class="decision">
          <Button onClick={() => session.dispatch({ type: "opened", open: { screen: "column", column } })}>
            {t("pane-act-confirm-column", { column: letterOf(column.cell) })}
          </Button>
        </div>
      )}
      {!isFirstAside && aside}
      {mayBeChecked && (
        <div class="decision">
          <Button onClick={() => void session.run.declareChecked(index)}>{t("pane-act-checked")}</Button>
        </div>
      )}
      {checks.length > 0 && <p class="success">{t("pane-checked")}</p>}
      <TakeBackButton choices={choice === null ? checks : [choice]} />
    </>
  );
}

interface CommuneChoiceProps {
  readonly index: number;
  readonly place: number;
  readonly commune: NonNullable<PointOffers["commune"]>;
}

/** Draws « C'est … », a list of other communes, and a box for the cells with the same text. */
function CommuneChoice({ index, place, commune: { nearest, text, alike } }: CommuneChoiceProps) {
  const { session, state } = usePane();
  const { words, tCount } = useReadingTexts();
  const [isForAll, setForAll] = useState(false);
  const { isOpen, leave, opener } = useUnfolding();
  return (
    <div class="decision">
      {alike.length > 0 && (
        <TickField label={tCount("pane-alike", alike.length, { text })} checked={isForAll} onChange={setForAll} />
      )}
      {nearest !== null && (
        <Button onClick={() => void session.run.chooseCommune(index, nearest.name, isForAll)}>
          {words.say("pane-commune-is", { commune: nearest.name, insee: nearest.insee })}
        </Button>
      )}
      <button type="button" class="button" {...opener}>
        {words.say(nearest === null ? "pane-commune-some" : "pane-commune-another")}
      </button>
      {isOpen && (
        <CommuneList
          cell={previewOf(state)?.points[index]?.anomalies[place]?.cell ?? ""}
          onChoose={(name) => void session.run.chooseCommune(index, name, isForAll)}
          onLeave={leave}
        />
      )}
    </div>
  );
}

interface CommuneListProps {
  readonly cell: string;
  readonly onChoose: (name: string) => void;
  readonly onLeave: () => void;
}

function CommuneList({ cell, onChoose, onLeave }: CommuneListProps) {
  const { state } = usePane();
  const { words, t } = useReadingTexts();
  const [name, setName] = useState("");
  const [isWanted, setWanted] = useState(false);
  return (
    <InlineForm onLeave={onLeave}>
      <SelectField
        label={t("pane-commune-field", { cell })}
        value={name}
        onChange={(chosen) => {
          setName(chosen);
          setWanted(false);
        }}
        placeholder={words.say("pane-commune-choose")}
        wanted={isWanted}
      >
        {previewOf(state)?.members.map((member) => (
          <option key={member.insee} value={member.name}>
            {`${member.name} (${member.insee})`}
          </option>
        ))}
      </SelectField>
      <Button onClick={() => (name === "" ? setWanted(true) : onChoose(name))}>
        {words.say("pane-commune-apply", { cell })}
      </Button>
      <Button onClick={onLeave}>{words.say("pane-act-leave")}</Button>
    </InlineForm>
  );
}

/** Draws « Écarter la ligne », which asks for the reason, and shows what leaves the total. */
function SettingAside({ index, row }: { readonly index: number; readonly row: number }) {
  const { words } = usePane();
  const { isOpen, leave, opener } = useUnfolding();
  return (
    <div class="decision">
      <button type="button" class="button" {...opener}>
        {words.say("pane-act-aside-open")}
      </button>
      {isOpen && <ReasonForm index={index} row={row} onLeave={leave} />}
    </div>
  );
}

interface ReasonFormProps {
  readonly index: number;
  readonly row: number;
  readonly onLeave: () => void;
}

function ReasonForm({ index, row, onLeave }: ReasonFormProps) {
  const { session } = usePane();
  const { words, t } = useReadingTexts();
  const [reason, setReason] = useState(() => session.query.reasonByDefault(index));
  const setAside = () => void session.run.excludeRow(index, reason);
  return (
    <InlineForm onLeave={onLeave}>
      <p>{t("pane-aside-text", { row })}</p>
      <TextField label={t("pane-aside-field")} value={reason} onInput={setReason} onEnter={setAside} />
      <Button onClick={setAside}>{t("pane-act-aside", { row })}</Button>
      <Button onClick={onLeave}>{words.say("pane-act-leave")}</Button>
    </InlineForm>
  );
}
