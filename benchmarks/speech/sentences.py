"""What the voices are measured on: the first two lists of the Harvard sentences (IEEE, 1969), and lines of business."""

from __future__ import annotations

HARVARD = (
    "The birch canoe slid on the smooth planks.",
    "Glue the sheet to the dark blue background.",
    "It's easy to tell the depth of a well.",
    "These days a chicken leg is a rare dish.",
    "Rice is often served in round bowls.",
    "The juice of lemons makes fine punch.",
    "The box was thrown beside the parked truck.",
    "The hogs were fed chopped corn and garbage.",
    "Four hours of steady work faced us.",
    "A large size in stockings is hard to sell.",
    "The boy was there when the sun rose.",
    "A rod is used to catch pink salmon.",
    "The source of the huge river is the clear spring.",
    "Kick the ball straight and follow through.",
    "Help the woman get back to her feet.",
    "A pot of tea helps to pass the evening.",
    "Smoky fires lack flame and heat.",
    "The soft cushion broke the man's fall.",
    "The salt breeze came across from the sea.",
    "The girl at the booth sold fifty bonds.",
)
BUSINESS = (
    "Welcome to our new office in the heart of the city.",
    "Our team will send you a short report every Monday morning.",
    "The first month is free, and you can leave at any time.",
    "We help small companies save money on their energy bills.",
    "Click the button below to start your free trial today.",
    "Last year we opened three new stores and hired forty people.",
    "Your data stays on your own computer and nowhere else.",
    "This update makes the whole process faster and easier.",
    "Every product is made by hand and tested twice.",
    "Join us on the third of June for a day of talks and music.",
    "The price goes up next week, so order before Friday.",
    "Most of our customers see a result within ten days.",
    "Have you ever waited an hour for a simple answer?",
    "We listen first, and then we build what you really need.",
    "Safety at work begins with a clean and quiet place.",
    "Ask your manager for the password before you travel.",
    "The battery lasts two full days and charges in one hour.",
    "Good coffee takes time, and so does good service.",
    "Please read the first chapter before the next lesson.",
    "Thank you for watching, and see you again next time.",
)
SENTENCES = tuple(line for pair in zip(HARVARD, BUSINESS, strict=True) for line in pair)
"""In turns, so that a part of them is as mixed as all."""
