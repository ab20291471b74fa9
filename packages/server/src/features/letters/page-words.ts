import type { PageLanguage } from '@continuo/core';

/** What the pages of the letter and of the team card say to people without an account. */
export interface LetterPageWords {
  readonly leaveTitle: string;
  readonly leave: string;
  readonly leaveButton: string;
  readonly leftTitle: string;
  readonly left: string;
  /** The question to the staff of a team. */
  readonly stops: string;
  /** `{team}` is filled in. */
  readonly forTeam: string;
  readonly note: string;
  readonly empty: string;
  readonly kept: string;
}

/** The words of a language; `team` stands in them as plain text. */
export function letterPageWords(language: PageLanguage, team = ''): LetterPageWords {
  const words = WORDS[language];
  return { ...words, forTeam: words.forTeam.replace('{team}', () => team) };
}

const WORDS: Readonly<Record<PageLanguage, LetterPageWords>> = {
  ar: {
    leaveTitle: 'هل تريد إيقاف رسالة يوم الاثنين؟',
    leave: 'لن تصلك رسائل أخرى على هذا العنوان.',
    leaveButton: 'إيقاف الرسائل',
    leftTitle: 'توقفت الرسائل',
    left: 'لن تصل أي رسائل أخرى إلى هذا العنوان.',
    stops: 'ما الذي يمنعك من القيام بعملك جيدًا؟',
    forTeam: 'لكل من يعمل في {team}.',
    note: 'لا يُحفظ أي اسم، ولا وقت سوى الأسبوع. تُعرض إجابتك مع عشر إجابات أخرى على الأقل، ولا تُعرض وحدها أبدًا. يُرجى عدم ذكر اسم أي زميل أو عميل.',
    empty: 'يُرجى كتابة شيء ما.',
    kept: 'لا يمكن لأحد أن يعرف أنه أنت. لا يُعرض ما قيل إلا بعد أن يجيب أحد عشر شخصًا على الأقل.',
  },
  de: {
    leaveTitle: 'Den Montagsbrief abbestellen?',
    leave: 'An diese Adresse kommen dann keine Briefe mehr.',
    leaveButton: 'Briefe abbestellen',
    leftTitle: 'Die Briefe sind abbestellt',
    left: 'An diese Adresse kommen keine Briefe mehr.',
    stops: 'Was hält Sie davon ab, das gut zu machen?',
    forTeam: 'Für alle, die in {team} arbeiten.',
    note: 'Es wird kein Name gespeichert und keine Zeit außer der Woche. Ihre Antwort wird nur zusammen mit mindestens zehn anderen gezeigt, nie allein. Bitte nennen Sie niemanden aus dem Team und keine Kundschaft beim Namen.',
    empty: 'Bitte schreiben Sie etwas.',
    kept: 'Niemand kann erkennen, dass Sie es waren. Gezeigt wird es erst, wenn mindestens elf geantwortet haben.',
  },
  en: {
    leaveTitle: 'Stop the Monday letter?',
    leave: 'You will get no more letters at this address.',
    leaveButton: 'Stop the letters',
    leftTitle: 'The letters have stopped',
    left: 'No more letters come to this address.',
    stops: 'What stops you from doing this well?',
    forTeam: 'For everybody who works in {team}.',
    note: 'No name is kept, and no time but the week. It is shown together with at least ten other answers, never alone. Please name no colleague and no customer.',
    empty: 'Please write something.',
    kept: 'Nobody can tell that it was you. What is said is shown when at least eleven have answered.',
  },
  es: {
    leaveTitle: '¿Dejar de recibir la carta de los lunes?',
    leave: 'No recibirá más cartas en esta dirección.',
    leaveButton: 'No recibir más cartas',
    leftTitle: 'Ya no enviamos las cartas',
    left: 'A esta dirección no llegan más cartas.',
    stops: '¿Qué le impide hacer bien este trabajo?',
    forTeam: 'Para todas las personas que trabajan en {team}.',
    note: 'No se guarda ningún nombre ni más fecha que la semana. Su respuesta se muestra junto con al menos otras diez, nunca sola. Por favor, no nombre a ningún compañero ni cliente.',
    empty: 'Por favor, escriba algo.',
    kept: 'Nadie puede saber que ha sido usted. Lo dicho se muestra cuando hayan respondido al menos once personas.',
  },
  fr: {
    leaveTitle: 'Ne plus recevoir la lettre du lundi ?',
    leave: 'Vous ne recevrez plus de lettres à cette adresse.',
    leaveButton: 'Ne plus recevoir les lettres',
    leftTitle: 'Les lettres ne sont plus envoyées',
    left: 'Plus aucune lettre n’arrive à cette adresse.',
    stops: 'Qu’est-ce qui vous empêche de bien faire ce travail ?',
    forTeam: 'Pour toutes les personnes qui travaillent dans {team}.',
    note: 'Aucun nom n’est conservé, ni aucune date autre que la semaine. Votre réponse est montrée avec au moins dix autres, jamais seule. Merci de ne nommer ni collègue ni client.',
    empty: 'Merci d’écrire quelque chose.',
    kept: 'Personne ne peut savoir que c’était vous. Les réponses sont montrées quand au moins onze personnes ont répondu.',
  },
  he: {
    leaveTitle: 'להפסיק את המכתב של יום שני?',
    leave: 'לא יגיעו עוד מכתבים לכתובת הזאת.',
    leaveButton: 'הפסקת המכתבים',
    leftTitle: 'המכתבים הופסקו',
    left: 'לא מגיעים עוד מכתבים לכתובת הזאת.',
    stops: 'מה מונע ממך לעשות את זה היטב?',
    forTeam: 'לכל מי שעובד ב־{team}.',
    note: 'לא נשמר שום שם, ולא זמן מלבד השבוע. התשובה מוצגת יחד עם עשר תשובות אחרות לפחות, ולעולם לא לבדה. נא לא לנקוב בשם של עמית או לקוח.',
    empty: 'נא לכתוב משהו.',
    kept: 'איש לא יוכל לדעת שזה היה ממך. הדברים מוצגים רק אחרי שלפחות אחד־עשר אנשים ענו.',
  },
  it: {
    leaveTitle: 'Non ricevere più la lettera del lunedì?',
    leave: 'Non riceverà più lettere a questo indirizzo.',
    leaveButton: 'Non ricevere più le lettere',
    leftTitle: 'Le lettere non arrivano più',
    left: 'A questo indirizzo non arrivano più lettere.',
    stops: 'Che cosa Le impedisce di fare bene questo lavoro?',
    forTeam: 'Per tutte le persone che lavorano in {team}.',
    note: 'Non si conserva alcun nome, né altra data che la settimana. La risposta viene mostrata insieme ad almeno altre dieci, mai da sola. Non faccia il nome di colleghi o clienti, per favore.',
    empty: 'Scriva qualcosa, per favore.',
    kept: 'Nessuno può sapere che è stato Lei. Le risposte vengono mostrate quando hanno risposto almeno undici persone.',
  },
  ja: {
    leaveTitle: '月曜日のお便りを停止しますか?',
    leave: 'このアドレスにはお便りが届かなくなります。',
    leaveButton: 'お便りを停止する',
    leftTitle: 'お便りを停止しました',
    left: 'このアドレスにはもうお便りは届きません。',
    stops: 'この仕事をうまく行う妨げになっていることは何ですか?',
    forTeam: '{team} で働くすべての方へ。',
    note: 'お名前は保存されず、日時も週のみが記録されます。回答は、ほかの十件以上の回答と一緒にのみ表示され、単独で表示されることはありません。同僚やお客様のお名前は書かないでください。',
    empty: '何かご記入ください。',
    kept: 'あなたの回答だとは誰にもわかりません。十一人以上が回答してから表示されます。',
  },
  nl: {
    leaveTitle: 'De maandagbrief stopzetten?',
    leave: 'U krijgt op dit adres geen brieven meer.',
    leaveButton: 'Brieven stopzetten',
    leftTitle: 'De brieven zijn stopgezet',
    left: 'Op dit adres komen geen brieven meer.',
    stops: 'Wat houdt u tegen om dit goed te doen?',
    forTeam: 'Voor iedereen die in {team} werkt.',
    note: 'Er wordt geen naam bewaard en geen tijd behalve de week. Uw antwoord wordt samen met minstens tien andere getoond, nooit alleen. Noem alstublieft geen collega en geen klant bij naam.',
    empty: 'Schrijf alstublieft iets.',
    kept: 'Niemand kan zien dat u het was. Wat er gezegd is, wordt getoond zodra minstens elf mensen hebben geantwoord.',
  },
  pl: {
    leaveTitle: 'Zrezygnować z poniedziałkowego listu?',
    leave: 'Na ten adres nie będą już przychodzić listy.',
    leaveButton: 'Rezygnuję z listów',
    leftTitle: 'Listy zostały wstrzymane',
    left: 'Na ten adres nie przychodzą już żadne listy.',
    stops: 'Co przeszkadza Ci robić to dobrze?',
    forTeam: 'Dla wszystkich, którzy pracują w: {team}.',
    note: 'Nie zapisujemy imienia ani czasu poza tygodniem. Odpowiedź jest pokazywana razem z co najmniej dziesięcioma innymi, nigdy sama. Prosimy nie wymieniać nikogo z zespołu ani klientów.',
    empty: 'Prosimy coś napisać.',
    kept: 'Nikt nie rozpozna, że to Twoja odpowiedź. Odpowiedzi są pokazywane, gdy odpowie co najmniej jedenaście osób.',
  },
  pt: {
    leaveTitle: 'Deixar de receber a carta de segunda-feira?',
    leave: 'Não receberá mais cartas neste endereço.',
    leaveButton: 'Não receber mais cartas',
    leftTitle: 'As cartas deixaram de ser enviadas',
    left: 'Já não chegam cartas a este endereço.',
    stops: 'O que o impede de fazer bem este trabalho?',
    forTeam: 'Para todas as pessoas que trabalham em {team}.',
    note: 'Não se guarda nenhum nome, nem outra data além da semana. A resposta é mostrada com pelo menos outras dez, nunca sozinha. Por favor, não nomeie colegas nem clientes.',
    empty: 'Por favor, escreva alguma coisa.',
    kept: 'Ninguém pode saber que foi a sua resposta. O que foi dito só é mostrado quando pelo menos onze pessoas tiverem respondido.',
  },
  sv: {
    leaveTitle: 'Sluta få måndagsbrevet?',
    leave: 'Du får inga fler brev till den här adressen.',
    leaveButton: 'Sluta få breven',
    leftTitle: 'Breven har upphört',
    left: 'Inga fler brev kommer till den här adressen.',
    stops: 'Vad hindrar dig från att göra det här bra?',
    forTeam: 'För alla som arbetar i {team}.',
    note: 'Inget namn sparas, och ingen tid utom veckan. Svaret visas tillsammans med minst tio andra, aldrig ensamt. Nämn ingen kollega och ingen kund vid namn.',
    empty: 'Skriv gärna något.',
    kept: 'Ingen kan se att det var du. Det som sagts visas först när minst elva har svarat.',
  },
  tr: {
    leaveTitle: 'Pazartesi mektubunu durdurmak istiyor musunuz?',
    leave: 'Bu adrese artık mektup gelmeyecek.',
    leaveButton: 'Mektupları durdur',
    leftTitle: 'Mektuplar durduruldu',
    left: 'Bu adrese artık mektup gelmiyor.',
    stops: 'Bunu iyi yapmanızı engelleyen nedir?',
    forTeam: '{team} ekibinde çalışan herkes için.',
    note: 'Ad saklanmaz, hafta dışında zaman da saklanmaz. Yanıtınız en az on başka yanıtla birlikte gösterilir, hiçbir zaman tek başına gösterilmez. Lütfen hiçbir iş arkadaşınızın veya müşterinin adını yazmayın.',
    empty: 'Lütfen bir şey yazın.',
    kept: 'Yanıtın sizden geldiğini kimse bilemez. Söylenenler, en az on bir kişi yanıtladığında gösterilir.',
  },
  zh: {
    leaveTitle: '要停止接收星期一的信件吗?',
    leave: '此地址将不再收到信件。',
    leaveButton: '停止接收信件',
    leftTitle: '信件已停止',
    left: '此地址不再收到信件。',
    stops: '是什么妨碍您把这项工作做好?',
    forTeam: '致所有在 {team} 工作的人。',
    note: '不保存姓名,除所在的星期外也不保存时间。您的回答只会与至少十条其他回答一起显示,绝不单独显示。请不要提及任何同事或客户的姓名。',
    empty: '请写点什么。',
    kept: '没有人能知道是您写的。至少有十一人回答后才会显示内容。',
  },
};
