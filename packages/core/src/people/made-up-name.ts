const FIRST =
  'Alder Amber Ash Aspen Basil Bay Birch Briar Bryony Cedar Celeste Clover Coral Dale Daisy Elder Ember Fern Flint Flora Forrest Frost Glen Hazel Heath Heather Holly Hyacinth Indigo Iris Ivy Jasmine Jasper Juniper Lake Lark Laurel Lily Linden Maple Marigold Meadow Myrtle Oak Olive Opal Pearl Petal Poppy Primrose Rain Reed Ridge River Robin Rose Rowan Rue Rush Sage Sky Sorrel Stone Summer Tansy Thorn Thyme Vale Violet Willow Winter Wren Yarrow'.split(
    ' ',
  );
const LAST =
  'Bunting Crane Crow Curlew Dipper Dove Drake Dunlin Eider Falcon Finch Fulmar Gannet Godwit Grebe Grouse Gull Harrier Hawk Heron Hobby Jay Kestrel Kite Knot Lapwing Linnet Loon Magpie Martin Merlin Nightjar Oriole Osprey Ouzel Owl Partridge Petrel Pike Pintail Pipit Plover Puffin Quail Raven Redstart Robin Rook Ruff Sandpiper Serin Shrike Siskin Skylark Snipe Sparrow Starling Stork Swallow Swan Swift Tanager Teal Tern Thrush Tit Turnstone Warbler Waxwing Wheatear Whimbrel Wigeon Wren'.split(
    ' ',
  );

/** Stable made-up name of a person, the same on every page: 70 × 70 names, so namesakes exist and mean nothing. */
export function madeUpName(person: bigint): string {
  const first = FIRST[Number(person % BigInt(FIRST.length))];
  const last = LAST[Number((person / BigInt(FIRST.length)) % BigInt(LAST.length))];
  return `${first} ${last}`;
}
