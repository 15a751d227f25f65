"""The words of passcodes: everyday English words of two to four syllables that no ear takes for one another.

They are what was left of 570 common nouns, all in the recogniser's dictionary, when of the closest two the one with the
closer neighbours was taken away again and again, without what sounds like a part of another. Closeness is the cost of
turning one pronunciation into the other: 0.9 for a sound more or less, 0.35 to 0.8 for another one by its class. Any
two of them are at least 2.5 apart.
"""

from __future__ import annotations

PASSCODE_WORDS = tuple(
    """
    airport alphabet apartment apricot aquarium armchair artichoke asparagus astronaut athlete avenue avocado
    bagpipe balcony baseball basketball beehive blackboard blanket blossom bonfire boulevard bracelet breakfast
    broccoli bungalow butterfly campfire canvas cardboard cardigan carnival carpenter casserole caterpillar
    cathedral cauliflower ceramic cereal chameleon champion chandelier charcoal chimney chipmunk clarinet
    classroom coconut computer confetti crayon crocodile crystal cucumber cylinder daffodil dandelion diagram
    dinosaur donkey doorbell driftwood earthquake eclipse eggplant elephant elevator emerald envelope equator
    espresso evening farmer faucet festival fireplace flamingo flannel fountain furniture galaxy giant glacier
    goggles grapefruit grasshopper gravity guitar gymnast hallway hamburger harmony hazelnut headphone
    helicopter honeymoon horizon hospital hummingbird hydrogen iceberg iguana indigo insect jaguar jellyfish
    jigsaw juniper kangaroo kingdom koala ladybug lasagna library lilac lizard lobster locomotive lollipop
    lullaby macaroni magazine magnolia mahogany mailbox margarine marigold marmalade marshmallow mercury mermaid
    meteor microscope midnight military monument mosquito mushroom music napkin narrator necklace nephew
    notebook november oatmeal october orchard orchestra origami ostrich outdoors oxygen padlock pajamas panther
    papaya parachute parsley passenger pavement penguin picnic pineapple pioneer plastic platform policeman
    popcorn porcelain porcupine postcard potato pretzel princess professor python radiator railroad rectangle
    restaurant rosemary safari salamander sandwich sardine satellite saxophone scarlet scooter scorpion seaweed
    september sequoia shampoo shoulder skateboard skeleton skyscraper snowflake snowman sombrero spaghetti
    spatula spinach spoonful squirrel stadium statue stocking stopwatch strawberry submarine suburb suitcase
    sunflower tapestry teapot television thermometer tobacco toothbrush tornado tourist tractor traffic
    trampoline triangle trombone trousers turquoise twilight typewriter ukulele unicorn vacation vacuum
    valentine velvet veranda vertical vitamin volcano waffle wardrobe waterfall watermelon wednesday whisper
    windmill wombat woodland woodpecker workshop yesterday yogurt zebra zigzag zucchini
    """.split()
)
"""259 words; five different ones in a row are one of 1.12e12 codes, more than 2^40."""
