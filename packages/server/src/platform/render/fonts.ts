import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** Files of Inter for pictures made without a browser: regular, medium, semi-bold. */
export const FONT_FILES: Readonly<Record<400 | 500 | 600, string>> = {
  400: require.resolve('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf'),
  500: require.resolve('@expo-google-fonts/inter/500Medium/Inter_500Medium.ttf'),
  600: require.resolve('@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf'),
};
