import type { PageLanguage } from '@continuo/core';

/** What the page and the e-mail "is it put right?" say beside the words that all pages for customers share. */
export interface PutRightWords {
  readonly title: string;
  /** Why they are asked. `{who}` is the name of the workspace. */
  readonly lead: string;
  readonly why: string;
  /** After a no: somebody goes on with it. */
  readonly goesOn: string;
  readonly already: string;
}

const WORDS: Readonly<Record<PageLanguage, PutRightWords>> = {
  ar: {
    title: 'هل حُلّت المشكلة؟',
    lead: 'حدث خطأ في تجربتك مع {who}، وقد عملنا على إصلاحه. نودّ أن نعرف منك.',
    why: 'ما الذي تودّ قوله لنا؟',
    goesOn: 'نأسف لذلك. سيتابع أحدنا الأمر معك.',
    already: 'لقد وصلتنا إجابتك من قبل.',
  },
  de: {
    title: 'Ist es wieder gut?',
    lead: 'Bei {who} ist für Sie etwas schiefgegangen, und wir haben uns darum gekümmert. Wir möchten es von Ihnen wissen.',
    why: 'Was möchten Sie uns dazu sagen?',
    goesOn: 'Das tut uns leid. Wir kümmern uns weiter darum.',
    already: 'Ihre Antwort ist schon angekommen.',
  },
  en: {
    title: 'Is it put right?',
    lead: 'Something went wrong for you with {who}, and we have worked on it. We would like to know from you.',
    why: 'What would you like to tell us?',
    goesOn: 'We are sorry. Somebody goes on with it.',
    already: 'Your answer has arrived already.',
  },
  es: {
    title: '¿Está resuelto?',
    lead: 'Algo salió mal para usted con {who} y nos hemos ocupado de ello. Queremos saberlo por usted.',
    why: '¿Qué quiere decirnos?',
    goesOn: 'Lo sentimos. Seguimos ocupándonos de ello.',
    already: 'Su respuesta ya ha llegado.',
  },
  fr: {
    title: 'Est-ce réparé ?',
    lead: 'Quelque chose s’est mal passé pour vous avec {who}, et nous nous en sommes occupés. Dites-nous ce qu’il en est.',
    why: 'Que souhaitez-vous nous dire ?',
    goesOn: 'Nous en sommes désolés. Nous continuons à nous en occuper.',
    already: 'Votre réponse est déjà arrivée.',
  },
  he: {
    title: 'האם זה תוקן?',
    lead: 'משהו השתבש עבורך אצל {who}, וטיפלנו בזה. נשמח לדעת ממך.',
    why: 'מה היית רוצה לומר לנו?',
    goesOn: 'אנחנו מצטערים. נמשיך לטפל בזה.',
    already: 'התשובה שלך כבר הגיעה.',
  },
  it: {
    title: 'È stato risolto?',
    lead: 'Qualcosa è andato storto per lei con {who} e ce ne siamo occupati. Vorremmo saperlo da lei.',
    why: 'Che cosa vuole dirci?',
    goesOn: 'Ci dispiace. Continuiamo a occuparcene.',
    already: 'La sua risposta è già arrivata.',
  },
  ja: {
    title: '問題は解決しましたか？',
    lead: '{who}でご迷惑をおかけし、対応いたしました。その後のご様子をお聞かせください。',
    why: 'お伝えになりたいことがあればお書きください。',
    goesOn: '申し訳ございません。引き続き対応いたします。',
    already: 'ご回答はすでに届いています。',
  },
  nl: {
    title: 'Is het rechtgezet?',
    lead: 'Er ging iets mis voor u bij {who} en wij zijn ermee bezig geweest. We horen graag van u hoe het nu is.',
    why: 'Wat wilt u ons vertellen?',
    goesOn: 'Dat spijt ons. We gaan ermee verder.',
    already: 'Uw antwoord is al aangekomen.',
  },
  pl: {
    title: 'Czy sprawa jest naprawiona?',
    lead: 'Coś poszło nie tak u {who} i zajęliśmy się tym. Chcemy wiedzieć od Państwa, jak jest teraz.',
    why: 'Co chcą nam Państwo powiedzieć?',
    goesOn: 'Przykro nam. Zajmujemy się tym dalej.',
    already: 'Państwa odpowiedź już dotarła.',
  },
  pt: {
    title: 'Ficou resolvido?',
    lead: 'Algo correu mal para si com {who} e tratámos do assunto. Queremos saber por si como está.',
    why: 'O que nos quer dizer?',
    goesOn: 'Lamentamos. Vamos continuar a tratar do assunto.',
    already: 'A sua resposta já chegou.',
  },
  sv: {
    title: 'Är det ordnat?',
    lead: 'Något gick fel för dig hos {who} och vi har arbetat med det. Vi vill gärna veta av dig hur det är nu.',
    why: 'Vad vill du berätta för oss?',
    goesOn: 'Det är vi ledsna för. Vi fortsätter med det.',
    already: 'Ditt svar har redan kommit fram.',
  },
  tr: {
    title: 'Sorun giderildi mi?',
    lead: '{who} ile ilgili bir şey sizin için ters gitti ve biz bununla ilgilendik. Şimdi nasıl olduğunu sizden öğrenmek istiyoruz.',
    why: 'Bize ne söylemek istersiniz?',
    goesOn: 'Üzgünüz. Bununla ilgilenmeye devam ediyoruz.',
    already: 'Cevabınız daha önce ulaştı.',
  },
  zh: {
    title: '问题解决了吗？',
    lead: '您在{who}遇到了问题，我们已经处理。想请您告诉我们现在的情况。',
    why: '您想告诉我们什么？',
    goesOn: '很抱歉。我们会继续处理。',
    already: '您的回答已经收到。',
  },
};

/** The words in a language, `{who}` filled in. */
export function putRightWords(language: PageLanguage, who: string): PutRightWords {
  const { lead, ...rest } = WORDS[language];
  return { ...rest, lead: lead.replaceAll('{who}', () => who) };
}
