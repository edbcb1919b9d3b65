/** Messages about conventions, and about the états in a Journal: the versions generated, and those that were issued. */
export const fr = {
  "campaign-without-convention":
    "Aucune convention connue ne couvre la campagne {campaign}\u00a0: créancier ({creditor}), débiteur ({debtor}), imputation et [communes] sont ceux de la convention {convention} ({period}). Vérifiez-les avant d’émettre.",
  "issued-amounts-differ":
    "L’état n°\u00a0{issued}, version {issuedVersion}, a été émis le {date}, et les montants ont changé depuis\u00a0: celui-ci (n°\u00a0{number}, version {version}) n’est pas à émettre. Pour réclamer ou rendre la différence, faites un rectificatif à partir du classeur émis, par «\u00a0Rectifier l’état émis\u00a0», à l’étape Documents.",
  "issued-number-differs":
    "L’état n°\u00a0{issued}, version {issuedVersion}, a été émis le {date}, et celui-ci a les mêmes montants sous le n°\u00a0{number}\u00a0: l’émettre réclamerait deux fois la même somme. Reprenez le n°\u00a0{issued} dans les options.",
  "issued-other-version":
    "Ce que «\u00a0{file}\u00a0» contient (n°\u00a0{number}, version {version}) a été généré après l’émission de l’état n°\u00a0{issued}, version {issuedVersion}, le {date}, avec d’autres montants. Donnez le classeur tel qu’il était lors de l’émission.",
  "overwritten-issued":
    "Le Journal de «\u00a0{file}\u00a0», qui est remplacé, dit que l’état n°\u00a0{issued}, version {issuedVersion}, de la campagne {campaign} a été émis le {date}\u202f; celui du classeur lu ne le dit pas, et c’est lui qui est gardé. {?mark:Marquez de nouveau cet état comme émis (--issued), ou facturez à partir du classeur émis.}{?copy:Facturez la campagne {campaign} à partir d’une copie du classeur émis\u00a0: il le dit.}",
  "mark-no-journal":
    "«\u00a0{file}\u00a0» n’a pas de Journal [d’Ordiclasse], ou aucune génération n’y figure\u00a0: aucun état ne peut y être marqué comme émis. Donnez le classeur produit, en .xlsx ou .xlsm.",
  "mark-unknown-state":
    "L’état n°\u00a0{number} ne figure pas au Journal de «\u00a0{file}\u00a0». États connus\u00a0: {known}. Corrigez le numéro, ou retirez-le\u00a0: la dernière génération est alors marquée.",
  "mark-provisional":
    "L’état n°\u00a0{state} est provisoire\u00a0: points à corriger acceptés lors de sa génération, {errors}. Il ne s’émet pas. Corrigez l’inventaire, puis générez de nouveau les documents.",
  "mark-other-issued":
    "L’état n°\u00a0{issued}, version {issuedVersion}, de la même campagne a déjà été émis le {date}\u00a0: l’état n°\u00a0{state} ne peut pas l’être aussi. Faites un rectificatif de celui qui a été émis.",
  "mark-date-too-early":
    "L’état ne peut pas avoir été émis le {date}\u00a0: la campagne {campaign} porte sur la situation au {snapshot}. Corrigez la date.",
} as const;

export const en = {
  "campaign-without-convention":
    "No convention known covers the {campaign} campaign: creditor ({creditor}), debtor ({debtor}), credit line and [communes] are those of the convention {convention} ({period}). Check them before issuing.",
  "issued-amounts-differ":
    "Statement no. {issued}, version {issuedVersion}, was issued on {date}, and amounts have changed since: this one (no. {number}, version {version}) is not to be issued. To claim or give back the difference, make a correction from the workbook issued, by “Correct the statement issued”, in the step Documents.",
  "issued-number-differs":
    "Statement no. {issued}, version {issuedVersion}, was issued on {date}, and this one has the same amounts under no. {number}: issuing it would claim the same sum twice. Give no. {issued} again in the options.",
  "issued-other-version":
    "What “{file}” holds (no. {number}, version {version}) was generated after statement no. {issued}, version {issuedVersion}, was issued on {date}, with other amounts. Give the workbook as it was when issued.",
  "overwritten-issued":
    "The Journal of “{file}”, which is replaced, says that statement no. {issued}, version {issuedVersion}, of the {campaign} campaign was issued on {date}; that of the workbook read does not, and is the one kept. {?mark:Mark that statement as issued again (--issued), or bill from the workbook issued.}{?copy:Bill the {campaign} campaign from a copy of the workbook issued: it says so.}",
  "mark-no-journal":
    "“{file}” has no Journal of [Ordiclasse], or no generation is in it: no statement of it can be marked as issued. Give the workbook made, as .xlsx or .xlsm.",
  "mark-unknown-state":
    "Statement no. {number} is not in the Journal of “{file}”. Statements known: {known}. Correct the number, or leave it out: the last generation is then marked.",
  "mark-provisional":
    "Statement no. {state} is provisional: points to correct were accepted when it was generated, {errors}. It is not issued. Correct the inventory, then generate the documents again.",
  "mark-other-issued":
    "Statement no. {issued}, version {issuedVersion}, of the same campaign was issued on {date} already: statement no. {state} cannot be issued too. Correct the one that was issued.",
  "mark-date-too-early":
    "The statement cannot have been issued on {date}: the {campaign} campaign is about the situation on {snapshot}. Correct the date.",
} as const satisfies Record<keyof typeof fr, string>;
