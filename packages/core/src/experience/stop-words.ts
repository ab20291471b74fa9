/** Words too common to tell anything, by language. Words that turn a sentence round (not, no, never) are none of them. */
const LISTS: Readonly<Record<string, string>> = {
  en: `a about after again all also am an and any are as at be because been before being both but by can could did do does doing
    down during each even few for from get got had has have having he her here hers him his how i if in into is it it's its i'm
    i've just like me more most much my of off on once one only or other our out over own really same she should so some such
    than that that's the their them then there these they this those through to too under until up very was we were what when
    where which while who whom why will with would you your`,
  de: `aber alle als also am an auch auf aus bei bin bis da damit dann das dass dem den der des die dies diese dieser doch du durch
    ein eine einem einen einer eines er es etwas für ganz hab habe haben hat hatte hatten hier ich ihr ihre im in ist ja jetzt kann
    man mehr mein meine mich mir mit muss nach noch nun nur ob oder schon sehr sein seine sich sie sind so über um und uns unser
    unter vom von vor war waren was wenn wer wie wieder will wir wird wo wurde zu zum zur`,
  fr: `a ai au aussi aux avec avoir avait c'est ce cela ces cet cette comme d'un d'une dans de des du elle en encore est et été être
    eu fait il ils j'ai je l'a la le les leur lui ma mais me mes moi mon même nous on ont ou où par plus pour qu'il que qui sa
    sans se ses si son sont sur ta te tout toute toutes très tu un une vos votre vous y était`,
  es: `a al algo ante antes como con cuando de del desde donde el ella ellos en era es esa ese eso esta este esto está fue ha han
    hasta hay la las le les lo los me mi mis mucho muy más nos nosotros o os para pero por porque que quien se ser si sin sobre son
    su sus también te tengo tiene todo tu un una uno y ya yo`,
  it: `a ad ai al alla alle anche c'è che chi ci come con cui da dal dalla dei del della delle di dove e ed era gli ha hanno ho i il
    in io l'ho la le lei li lo loro lui ma me mi mia mio molto ne nei nel nella noi o per perché più poi quando quello questa
    questo se sei si sono sta stato su sua sul sulla suo tra tu tutto un una uno vi`,
  pt: `a ao aos as até com como da das de dela dele do dos e ela ele em era essa esse esta está este eu foi foram há isso já lhe
    mais mas me meu minha muito na nas nos nós o os ou para pela pelo por porque quando que quem se ser seu sua são só também te
    tem tinha tudo um uma você`,
  nl: `aan al alle als ben bij daar dan dat de deze die dit door een en er ook had heb hebben heeft het hier hij hoe ik in is ja je
    kan maar me meer mij mijn met naar nog nu of om omdat onder ons ook op over te toen tot uit u van veel voor was wat we wel
    werd wie wij wordt ze zeer zich zij zijn zo zou`,
};

export const STOP_WORDS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(LISTS).map(([language, words]) => [language, new Set(words.split(/\s+/))]),
);

/** Words that turn a sentence round: part of what is said, and by themselves of nothing. */
export const TURNING_WORDS: ReadonlySet<string> = new Set(
  `not no never don't didn't doesn't isn't wasn't won't can't nicht kein keine keinen nie pas ne non jamais nunca mai não niet geen
    nooit`.split(/\s+/),
);
