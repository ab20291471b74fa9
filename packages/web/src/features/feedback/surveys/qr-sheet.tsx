import type { Survey } from '@continuo/core';
import { client } from '../../../api/client.ts';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { SURVEYS_WORDS } from '../../../words/surveys.ts';
import styles from './surveys.module.css';

const WORDS = SURVEYS_WORDS.send;

/** The link as a QR code, with who asks below it; printing prints nothing else of the page. */
export function QrSheet({ survey, channel }: { readonly survey: Survey; readonly channel: string }) {
  const url = client.fileUrl('surveyQr', { key: survey.key }, { channel });
  return (
    <>
      <figure className={styles.qr}>
        <img src={url} alt={WORDS.qrAlt(survey.title)} width={240} height={240} />
        <figcaption>{survey.who}</figcaption>
      </figure>
      <div className={styles.row}>
        <a className={buttonClass('primary')} href={url} download={`${survey.key}.svg`}>
          {WORDS.download}
        </a>
        <Button onPress={() => print()}>{WORDS.print}</Button>
      </div>
      <p className="meta">{WORDS.qrSays}</p>
    </>
  );
}
