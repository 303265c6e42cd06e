"""Pictures of the two hands: frozen shapes in millimetres, roles instead of colours, for a screen and a paper pen."""
