import { usePane } from "./pane-context";

/** The campaign: chosen by the user; choosing reads nothing. */
export function CampaignField() {
  const { session, state, words } = usePane();
  const { campaign, campaigns, campaignWanted } = state;
  const help = campaignWanted ? "campaign-wanted" : "campaign-hint";
  return (
    <div class="field">
      <label for="campaign">{words.say("pane-campaign")}</label>
      <select
        id="campaign"
        value={campaign === null ? "" : String(campaign)}
        aria-describedby={help}
        aria-invalid={campaignWanted}
        onChange={({ currentTarget: { value } }) => session.chooseCampaign(value === "" ? null : Number(value))}
      >
        <option value="">{words.say("pane-campaign-choose")}</option>
        {campaigns.map((year) => (
          <option key={year} value={String(year)}>
            {words.say("pane-campaign-option", { year })}
          </option>
        ))}
      </select>
      {campaignWanted ? (
        <p id="campaign-wanted" class="fault" role="alert">
          {words.say("pane-campaign-choose")}
        </p>
      ) : (
        <p id="campaign-hint" class="secondary">
          {words.say("pane-campaign-hint")}
        </p>
      )}
    </div>
  );
}
