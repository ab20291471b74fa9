import { useParams } from '@tanstack/react-router';
import { LivingMap } from './living-map.tsx';
import { WithJourney } from './with-journey.tsx';

/** One journey: the map as it was planned beside how it is lived. */
export function MapPage() {
  const { key } = useParams({ from: '/w/$ws/shell/journeys/$key' });
  return <WithJourney journeyKey={key}>{(journey) => <LivingMap key={key} journey={journey} />}</WithJourney>;
}
