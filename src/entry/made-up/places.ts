/** Streets, meeting places and things, all made up. Plates begin with Q and numbers are Ofcom’s for drama: nobody has them. */
export const STREETS = [
  'Alder Grove',
  'Bank Street',
  'Bobbin Lane',
  'Canal Row',
  'Chapel Fold',
  'Cinder Hill',
  'Clough View',
  'Corn Mill Way',
  'Dyehouse Road',
  'Fern Bank',
  'Foundry Street',
  'Hawthorn Rise',
  'Laburnum Close',
  'Loom Street',
  'Moor End',
  'Orchard Terrace',
  'Quarry Lane',
  'Rowan Avenue',
  'Station Approach',
  'Weavers Court',
]

export const MEETING_PLACES = [
  'the bus station',
  'the retail park',
  'the multi-storey car park',
  'the skate park',
  'the takeaway on Bank Street',
  'the leisure centre',
  'the recreation ground',
  'the railway station',
  'the petrol station on the ring road',
  'the shopping centre',
  'the library steps',
  'the park by the canal',
]

export const CARS = [
  'Silver hatchback',
  'Black saloon',
  'White van',
  'Grey estate',
  'Blue hatchback',
  'Dark 4x4',
  'Red hatchback',
  'Private-hire car',
]

export const APPS = ['Snapchat', 'Instagram', 'TikTok', 'Discord', 'WhatsApp', 'an online game']
