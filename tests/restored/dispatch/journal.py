"""Configures logging, as libraries do."""

import logging

log = logging.getLogger('dispatch')
log.addHandler(logging.NullHandler())
log.setLevel(logging.WARNING)
log.propagate = False
logging.addLevelName(35, 'CURIOUS')


class Named(logging.LoggerAdapter):
    def process(self, message, keywords):
        return f'dispatch: {message}', keywords


named = Named(log.getChild('named'), {})
