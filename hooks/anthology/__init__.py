"""Anthology: from a folder of raw stories to a site worth reading. Plain Python, no MkDocs inside.

``line`` holds the line, written once, top to bottom; every step stands in the module of its name::

    seeds      which files are seeds            disk       what may be read from the disk
                                                decode     bytes to text
    read       a seed becomes a story           editor     the editor's YAML, read strictly
                                                markup     what is marked in a .md seed
                                                emphasis   which asterisks are emphasis
                                                picture    how large a picture is
    recognise  which words are names            lexicon    what every reader knows of names
    resolve    which names are one entity       titles     what stands around a bare name
    correct    the editor's word on a story     authority  the authority files
                                                verify     whether what they say can stand
    title      what to call an untitled story
    identify   which entities are one person    keys       what names are compared by
    index      the order of the index           filing     what a name stands under in it
    page       Markdown and data                typeset    punctuation, "letter for letter"
                                                escape     text that Markdown leaves alone
                                                nest       names and marks, none across another
                                                passage    the sentence around a name
                                                record     the data, as JSON
                                                address    slugs and ids
                                                forward    where old addresses lead
    review     what an editor should look at

``model`` holds the values that travel down it; ``site`` what the editor calls the anthology,
``report`` tells problems, ``policy`` says what a page may do, ``search`` and ``export`` finish what
a renderer made or will make.
"""
