/**
 * Words too common to tell anything, by language. Words that turn a sentence round (not, no, never) are none of them. Japanese and
 * Chinese write no spaces between words, and have no list.
 */
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
  sv: `alla allt att av bara blev bli då de dem den denna det detta dig din du då där efter eller en ett fick för från får ha hade han har
    hon hur här i inom jag kan kom man med men mer mig min mitt mot mycket måste nu när någon något och om oss på sedan sig sin ska
    skulle som så till under upp ut var vara vi vid vill är även över`,
  pl: `a aby ale by bardzo był była było być co czy dla do gdy go i ich im ja jak jako je jego jej jest jeszcze już kiedy która które
    który ma mam mi mnie mogę może na nam nas o od on ona oni oraz po pod przez przy się są ta tak tam te tego tej ten to tu tylko tym u w
    we wszystko z za ze że żeby`,
  tr: `ama ancak bana bazı ben beni benim biz bize bizim bu bunu çok da daha de diye en gibi göre hem her için ile ise kadar ki kendi
    mı mi mu mü ne o olan olarak oldu olduğu ona onu onun sonra size siz sizin şey şu tüm var ve veya ya yine`,
  ar: `في من على إلى عن مع هذا هذه ذلك تلك التي الذي أن إن كان كانت قد ثم أو و ما كل بعد قبل عند لي لكن هو هي نحن أنا كما حتى بين`,
  he: `של את על אל עם זה זו הוא היא אני אנחנו הם גם כי אם או כל מה היה היתה יש לי לנו אבל רק עד כבר עוד מאוד בין אחרי לפני`,
};

/** Words that tell something only beside others: those that turn a sentence round, and small numbers. */
const ALONE: Readonly<Record<string, string>> = {
  en: `not no never none nothing nobody neither nor cannot can't couldn't didn't doesn't don't hadn't hasn't haven't isn't wasn't
    weren't won't wouldn't first second third two three four five six seven eight nine ten twice times`,
  de: `nicht nichts nie niemals niemand kein keine keinen keinem keiner weder erste ersten zweite zweiten zwei drei vier fünf sechs
    sieben acht neun zehn zweimal`,
  fr: `ne n'a n'ai n'est n'était pas non jamais rien personne aucun aucune ni premier première deux trois quatre cinq sept huit neuf dix`,
  es: `no nunca nada nadie ningún ninguna ni tampoco primer primera primero dos tres cuatro cinco seis siete ocho nueve diez`,
  it: `non no mai niente nulla nessuno nessuna né primo prima due tre quattro cinque sei sette otto nove dieci`,
  pt: `não nunca nada ninguém nenhum nenhuma nem primeira primeiro dois duas três quatro cinco seis sete oito nove dez`,
  nl: `niet niets nooit niemand geen noch eerste tweede twee drie vier vijf zes zeven acht negen tien`,
  sv: `inte inget ingen inga aldrig första andra två tre fyra fem sex sju åtta nio tio`,
  pl: `nie nic nigdy nikt żaden żadna ani pierwszy dwa dwie trzy cztery pięć sześć siedem osiem dziewięć dziesięć`,
  tr: `değil hiç yok bir ilk iki üç dört beş altı yedi sekiz dokuz on`,
  ar: `لا لم لن ليس غير واحد اثنان ثلاثة أربعة خمسة`,
  he: `לא אין בלי שום אחד אחת שניים שתיים שלוש ארבע חמש`,
};

const setsOf = (lists: Readonly<Record<string, string>>): ReadonlyMap<string, ReadonlySet<string>> =>
  new Map(Object.entries(lists).map(([language, words]) => [language, new Set(words.split(/\s+/))]));

export const STOP_WORDS = setsOf(LISTS);
export const DULL_ALONE = setsOf(ALONE);
