"""Anthology: from a folder of raw stories to a site worth reading. Plain Python, without MkDocs.

``line`` calls all steps in their order, and can be read from top to bottom. The steps, and what
comes before and after them::

    sources    what the editor keeps on disk: seeds, settings, pages, pictures
    read       a seed becomes a story
    recognise  which words of a story are names
    resolve    which names of a story are one entity
    authority  what the editor says of names, checked and carried out on the stories
    devise     what to call a story without a title
    identify   which entities of different stories are one person or one place
    page       the pages, as Markdown with front matter
    output     data, redirects, exports and lines for a terminal
    review     what an editor should look at
    report     where problems are reported

What several steps need to know is in ``names`` (word lists, titles, what names are compared and
filed by) and in ``text`` (how text is set, escaped, split into sentences and addressed). ``model``
has the values that the steps pass on, ``labels`` the table of what is indexed.
"""
